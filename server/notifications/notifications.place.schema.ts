// What stands out where a notice leads: in its address it is what follows the #.
import type { NoticeItem } from './notifications.schema.ts';

/** The blocks of Today that a summary speaks of: what presses now, and the rest of the day. */
export const TODAY_NOW = 'now';
export const TODAY_REST = 'rest';

type Placed = Pick<NoticeItem, 'id' | 'overdue'> & { kind: NoticeItem['kind'] | null };

export function hashOf({ id, kind, overdue }: Placed): string {
  if (kind === 'comment' || kind === 'comment_mention') return `comment-${id}`;
  if (overdue === null) return 'here';
  const { lateTasks, todaysTasks, reminders } = overdue;
  return [
    ...(lateTasks + reminders > 0 ? [TODAY_NOW] : []),
    ...(todaysTasks > 0 ? [TODAY_REST] : []),
  ].join('+');
}
