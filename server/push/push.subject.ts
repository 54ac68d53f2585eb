// What an event gives reason to push, and to whom. Pure. Only what it is about is kept: what it says is looked up when it
// is sent, so that nothing leaves the office that was taken back or read meanwhile.
import type { Message } from '../chat/chat.schema.ts';
import type { LoggedEvent } from '../live/log.ts';
import type { NoticeEventData } from '../notifications/notifications.schema.ts';
import type { ReminderEventData } from '../reminders/reminders.schema.ts';

/** `dueAtMs`: which time of a reminder that repeats. */
export type PushSubject =
  | { kind: 'message'; id: string }
  | { kind: 'notice'; id: string }
  | { kind: 'reminder'; id: string; dueAtMs: number };

type Book = { peopleBehind(topics: readonly string[]): Iterable<string> };

export function pushOf(
  event: LoggedEvent,
  book: Book,
): { subject: PushSubject; userIds: string[] } | null {
  if (event.data === null) return null;
  const reached = new Set(book.peopleBehind(event.audience));
  if (event.kind === 'message.posted') {
    const { id, authorId } = event.data as Message;
    reached.delete(authorId);
    return { subject: { kind: 'message', id }, userIds: [...reached] };
  }
  const isBack = event.kind === 'notification.returned';
  if (event.kind === 'notification.created' || isBack) {
    const { id, subjectKind } = event.data as NoticeEventData;
    // What calls in a room comes as the message it is.
    if (subjectKind === 'room' && !isBack) return null;
    return { subject: { kind: 'notice', id }, userIds: [...reached] };
  }
  if (event.kind === 'reminder.due') {
    const { id, dueAt, forUserIds, teamUserIds } = event.data as ReminderEventData;
    const userIds = [...forUserIds, ...teamUserIds].filter((userId) => reached.has(userId));
    return { subject: { kind: 'reminder', id, dueAtMs: dueAt.getTime() }, userIds };
  }
  return null;
}
