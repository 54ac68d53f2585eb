import type { NoticeItem } from '#server/notifications/notifications.schema.ts';

type Placed = Pick<NoticeItem, 'subjectKind' | 'subjectId' | 'no'>;

/** Where a notice leads. */
export function placeOf({ subjectKind, subjectId, no }: Placed) {
  switch (subjectKind) {
    case 'room':
      return {
        to: '/chat/$roomId',
        params: { roomId: subjectId },
        search: no === null ? {} : { no },
      } as const;
    case 'task':
      return { to: '/tasks/$taskId', params: { taskId: subjectId } } as const;
    case 'reminder':
      return { to: '/reminders/$reminderId', params: { reminderId: subjectId } } as const;
    case 'day':
      return { to: '/' } as const;
  }
}
