/**
 * The numbers on one person's badges.
 * `tasks`: assigned to them, not done, due today or late. `reminders`: due for them, not snoozed.
 * `promotions`: not stopped, starting today or ending today or tomorrow. `notifications`: unread; `otherNotices`: those
 * of them that are not about a room (what calls in a room is in `chat` as well).
 * `rooms`: unread messages of each room that has any. `chat`: their sum, without muted rooms.
 */
export type NavCounts = {
  tasks: number;
  reminders: number;
  promotions: number;
  notifications: number;
  otherNotices: number;
  chat: number;
  rooms: Record<string, number>;
};

type Waiting = Pick<NavCounts, 'chat' | 'reminders' | 'otherNotices'>;

/**
 * What somebody waits for me to see, on the icon and in the tab's title: unread messages (of rooms that are not muted),
 * due reminders, notices of anything else. A message that calls me is counted once, as the message it is.
 */
export function waitingIn(counts: Waiting | undefined): number {
  return counts === undefined ? 0 : counts.chat + counts.reminders + counts.otherNotices;
}
