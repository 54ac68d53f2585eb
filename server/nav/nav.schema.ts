/**
 * The numbers on one person's badges.
 * `tasks`: assigned to them, not done, due today or late. `reminders`: due for them, not snoozed.
 * `promotions`: not stopped, starting today or ending today or tomorrow. `notifications`: unread; `taskNotices`: those
 * of them that are about tasks (what calls in a room is in `chat` as well).
 * `rooms`: unread messages of each room that has any. `chat`: their sum, without muted rooms.
 */
export type NavCounts = {
  tasks: number;
  reminders: number;
  promotions: number;
  notifications: number;
  taskNotices: number;
  chat: number;
  rooms: Record<string, number>;
};

type Waiting = Pick<NavCounts, 'chat' | 'reminders' | 'taskNotices'>;

/**
 * What somebody waits for me to see, on the icon and in the tab's title: unread messages (of rooms that are not muted),
 * due reminders, notices of tasks. A message that calls me is counted once, as the message it is.
 */
export function waitingIn(counts: Waiting | undefined): number {
  return counts === undefined ? 0 : counts.chat + counts.reminders + counts.taskNotices;
}
