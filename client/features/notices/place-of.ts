import { hashOf } from '#server/notifications/notifications.place.schema.ts';
import type { NoticeItem } from '#server/notifications/notifications.schema.ts';

type Placed = Pick<NoticeItem, 'id' | 'subjectKind' | 'subjectId' | 'no' | 'overdue'> & {
  kind: NoticeItem['kind'] | null;
};

/** Where a notice leads, and what stands out there. */
export function placeOf(notice: Placed) {
  const { subjectKind, subjectId, no } = notice;
  const hash = hashOf(notice);
  switch (subjectKind) {
    case 'room':
      return {
        to: '/chat/$roomId',
        params: { roomId: subjectId },
        search: no === null ? {} : { no },
        hash,
      } as const;
    case 'task':
      return { to: '/tasks/$taskId', params: { taskId: subjectId }, hash } as const;
    case 'reminder':
      return { to: '/reminders/$reminderId', params: { reminderId: subjectId }, hash } as const;
    case 'day':
      return { to: '/', hash } as const;
  }
}
