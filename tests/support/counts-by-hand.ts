// The numbers of a person's badges, counted from the lists they stand for: what nav.counts must always say.
import type { NavCounts } from '#server/nav/nav.schema.ts';
import { reminds } from '#server/reminders/reminders.policy.ts';
import { addDays, seoulDay } from '#server/seoul.schema.ts';
import type { TestApp } from './test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

const ALL = { limit: 200 };

/** Nobody has muted a room. */
export async function countsByHand(app: TestApp, person: Person): Promise<NavCounts> {
  const { call, viewer } = person;
  const now = app.clock.now();
  const today = seoulDay(now);
  const tasks = await call.tasks.list({
    ...ALL,
    mine: true,
    status: ['todo', 'doing'],
    dueTo: today,
  });
  const due = await call.reminders.list({ ...ALL, state: 'due' });
  const reminders = due.items.filter(
    (reminder) =>
      reminds(viewer, reminder) &&
      (reminder.mySnoozedUntil === null || reminder.mySnoozedUntil <= now),
  );
  const promotions = (await call.promotions.list(ALL)).items.filter(
    ({ stoppedAt, startsOn, endsOn }) =>
      stoppedAt === null &&
      (startsOn === today || endsOn === today || endsOn === addDays(today, 1)),
  );
  const notices = (await call.notifications.list({ ...ALL, unread: true })).items;
  const rooms = await unreadByHand(person);
  return {
    tasks: tasks.items.length,
    reminders: reminders.length,
    promotions: promotions.length,
    notifications: notices.length,
    otherNotices: notices.filter(({ subjectKind }) => subjectKind !== 'room').length,
    chat: Object.values(rooms).reduce((sum, unread) => sum + unread, 0),
    rooms,
  };
}

async function unreadByHand({ id, call }: Person): Promise<Record<string, number>> {
  const unread: Record<string, number> = {};
  for (const { id: roomId } of (await call.chat.rooms()).items) {
    const { members } = (await call.chat.room({ id: roomId })).item;
    const me = members.find((member) => member.userId === id);
    const readNo = Math.max(me?.readNo ?? 0, (me?.joinedNo ?? 1) - 1);
    const { items } = await call.chat.messages({ ...ALL, roomId, after: readNo });
    const others = items.filter((message) => message.authorId !== id && message.removedAt === null);
    if (others.length > 0) unread[roomId] = others.length;
  }
  return unread;
}
