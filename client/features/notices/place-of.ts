import { HERE } from '#client/ui/use-arrival.ts';
import type { NoticeItem } from '#server/notifications/notifications.schema.ts';

type Placed = Pick<NoticeItem, 'id' | 'subjectKind' | 'subjectId' | 'no'> & {
  kind: NoticeItem['kind'] | null;
};

/** Where a notice leads, and what stands out there. */
export function placeOf({ id, kind, subjectKind, subjectId, no }: Placed) {
  switch (subjectKind) {
    case 'room':
      return {
        to: '/chat/$roomId',
        params: { roomId: subjectId },
        search: no === null ? {} : { no },
        hash: HERE,
      } as const;
    case 'task':
      return {
        to: '/tasks/$taskId',
        params: { taskId: subjectId },
        hash: isComment(kind) ? `comment-${id}` : HERE,
      } as const;
    case 'reminder':
      return {
        to: '/reminders/$reminderId',
        params: { reminderId: subjectId },
        hash: HERE,
      } as const;
    case 'day':
      return { to: '/' } as const;
  }
}

function isComment(kind: Placed['kind']): boolean {
  return kind === 'comment' || kind === 'comment_mention';
}
