// What a push says, as of the moment it is sent. Null: it was read, done, snoozed or taken back meanwhile, it is no longer
// theirs to see, or they asked for quiet.
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/database.ts';
import { messages, roomMembers, rooms } from '#db/schema/chat.ts';
import { people } from '#db/schema/people.ts';
import { preview } from '../chat/chat.preview.schema.ts';
import type { Deps } from '../deps.ts';
import { navCounts } from '../nav/nav.counts.ts';
import { waitingIn } from '../nav/nav.schema.ts';
import { listNotices } from '../notifications/notifications.list.ts';
import { hashOf } from '../notifications/notifications.place.schema.ts';
import { callOf, tells } from '../notifications/notifications.policy.ts';
import { preferencesOf } from '../notifications/notifications.preferences.ts';
import type { NoticeItem } from '../notifications/notifications.schema.ts';
import { quietNow } from '../notifications/notifications.quiet.policy.ts';
import { reminderBanner } from '../reminders/reminders.banner.ts';
import type { Viewer } from '../viewer.ts';
import type { PushNote } from './push.schema.ts';
import type { PushSubject } from './push.subject.ts';
import { noticeWords, overdueWords, words } from './push.words.ts';

type Note = Omit<PushNote, 'count'>;
type Locale = Viewer['locale'];

export async function noteFor(
  deps: Deps,
  userId: string,
  subject: PushSubject,
): Promise<PushNote | null> {
  const viewer = await viewerOf(deps, userId);
  if (viewer === null) return null;
  const note = await noteOf(deps, viewer, subject);
  if (note === null) return null;
  return { ...note, count: waitingIn(await navCounts(deps, userId)) };
}

function noteOf(deps: Deps, viewer: Viewer, subject: PushSubject): Promise<Note | null> {
  if (subject.kind === 'message') return messageNote(deps, viewer, subject.id);
  if (subject.kind === 'notice') return noticeNote(deps, viewer, subject.id);
  return reminderNote(deps, viewer, subject);
}

async function messageNote(deps: Deps, viewer: Viewer, id: string): Promise<Note | null> {
  const said = await deps.db.read((tx) => findSaid(tx, viewer.id, id));
  if (said === undefined) return null;
  const { message, member, room, author } = said;
  const replyTo = await answered(deps, message.replyToId);
  const call = callOf(viewer.id, { ...message, replyTo });
  const isSeen = message.no <= member.readNo || message.no < member.seesFromNo;
  if (message.removedAt !== null || isSeen) return null;
  const isCalled = message.isUrgent && (call !== null || room.kind === 'direct');
  if (!isCalled) {
    const wishes = await deps.db.read((tx) => preferencesOf(tx, viewer.id));
    const heard = call !== null && wishes.offKinds.includes(call) ? null : call;
    if (!tells({ muted: member.isMuted, notify: member.notify }, heard)) return null;
    if (quietNow(wishes, deps.clock.now())) return null;
  }
  const { body, file } = preview(message);
  const mark = message.isUrgent ? words[viewer.locale].urgent : '';
  const text = body === '' ? (file?.name ?? '') : body;
  const path = `/chat/${message.roomId}?no=${message.no}#here`;
  if (room.title === null)
    return { tag: message.roomId, title: `${mark}${author.name}`, body: text, path };
  return {
    tag: message.roomId,
    title: `${mark}${room.title}`,
    body: `${author.name}: ${text}`,
    path,
  };
}

/** Whose words a message answers. */
async function answered(
  { db }: Deps,
  replyToId: string | null,
): Promise<{ authorId: string } | null> {
  if (replyToId === null) return null;
  const [said] = await db.read((tx) =>
    tx.select({ authorId: messages.authorId }).from(messages).where(eq(messages.id, replyToId)),
  );
  return said ?? null;
}

async function findSaid(tx: Tx, userId: string, id: string) {
  const question = tx.prepared('push.message', (q) =>
    q
      .select({
        message: messages,
        member: roomMembers,
        room: rooms,
        author: { name: people.name },
      })
      .from(messages)
      .innerJoin(rooms, eq(rooms.id, messages.roomId))
      .innerJoin(people, eq(people.id, messages.authorId))
      .innerJoin(
        roomMembers,
        and(
          eq(roomMembers.roomId, messages.roomId),
          eq(roomMembers.userId, sql.placeholder('userId')),
        ),
      )
      .where(eq(messages.id, sql.placeholder('id'))),
  );
  return (await question.execute({ userId, id }))[0];
}

async function noticeNote(deps: Deps, viewer: Viewer, id: string): Promise<Note | null> {
  const { items } = await listNotices(deps, viewer, { unread: true, limit: 50 });
  const notice = items.find((item) => item.id === id);
  if (notice === undefined || (await isQuiet(deps, viewer))) return null;
  const { subjectId, kind, title, actorId, overdue } = notice;
  const body = overdue === null ? notice.body : overdueWords(overdue, viewer.locale);
  const who = await nameOf(deps, actorId, viewer.locale);
  const happened = noticeWords[viewer.locale](who)[kind];
  return {
    tag: subjectId,
    title: title ?? words[viewer.locale].app,
    body: [happened, body].filter((line) => line !== '').join('\n'),
    path: placeOf(notice),
  };
}

async function reminderNote(
  deps: Deps,
  viewer: Viewer,
  { id, dueAtMs }: { id: string; dueAtMs: number },
): Promise<Note | null> {
  const { items } = await reminderBanner(deps, viewer, null);
  const reminder = items.find((item) => item.id === id && item.dueAt.getTime() === dueAtMs);
  if (reminder === undefined || (await isQuiet(deps, viewer))) return null;
  const body = words[viewer.locale].due;
  return { tag: id, title: reminder.title, body, path: `/reminders/${id}#here` };
}

/** As the screens lead there: what is behind the # stands out. */
function placeOf(notice: NoticeItem): string {
  const { subjectKind, subjectId, no } = notice;
  const hash = hashOf(notice);
  switch (subjectKind) {
    case 'room':
      return `/chat/${subjectId}${no === null ? '' : `?no=${no}`}#${hash}`;
    case 'task':
      return `/tasks/${subjectId}#${hash}`;
    case 'reminder':
      return `/reminders/${subjectId}#${hash}`;
    case 'day':
      return `/#${hash}`;
  }
}

function isQuiet({ db, clock }: Deps, { id }: Viewer): Promise<boolean> {
  return db.read(async (tx) => quietNow(await preferencesOf(tx, id), clock.now()));
}

/** Null when they are not active (any more). */
async function viewerOf({ db }: Deps, id: string): Promise<Viewer | null> {
  const { username, name, role, teamId, locale, status } = people;
  const [found] = await db.read((tx) =>
    tx
      .select({ id: people.id, username, name, role, teamId, locale, status })
      .from(people)
      .where(eq(people.id, id)),
  );
  return found?.status === 'active' ? found : null;
}

async function nameOf({ db }: Deps, id: string | null, locale: Locale): Promise<string> {
  if (id === null) return words[locale].someone;
  const [found] = await db.read((tx) =>
    tx.select({ name: people.name }).from(people).where(eq(people.id, id)),
  );
  return found?.name ?? words[locale].someone;
}
