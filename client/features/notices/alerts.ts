// What deserves a sound or a notification of the browser, and which of the two. Pure.
import { preview } from '#server/chat/chat.preview.schema.ts';
import type { Message, OwnRoom, ReadEventData } from '#server/chat/chat.schema.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';
import { callOf, tells } from '#server/notifications/notifications.policy.ts';
import type {
  NoticeEventData,
  NoticeKind,
  NoticesReadData,
  NoticeSubjectKind,
  OverdueNumbers,
} from '#server/notifications/notifications.schema.ts';

/** `kind` null: a message in a room that tells of all. `no`: of the message, for rooms. */
export type Alert = {
  id: string;
  kind: NoticeKind | null;
  subjectKind: NoticeSubjectKind;
  subjectId: string;
  no: number | null;
  title: string | null;
  actorId: string | null;
  body: string;
  dueAt: Date | null;
  overdue: OverdueNumbers | null;
  /** It comes through, whatever was silenced. */
  isUrgent: boolean;
};

type Rooms = ReadonlyMap<string, Pick<OwnRoom, 'muted' | 'notify'>>;
/** `offKinds`: what they do not want to hear of; a message of such a kind is one like any other. */
type Listener = { viewerId: string; rooms: Rooms; offKinds: readonly NoticeKind[] };

/** What is older was missed while this browser slept: the badges tell of it. */
const FRESH_MS = 60_000;

/** Null when it is mine, old, or from a room that was told to be silent. */
export function alertOf(event: ChangeEvent, me: Listener & { now: Date }): Alert | null {
  if (event.gone === true || me.now.getTime() - event.at.getTime() > FRESH_MS) return null;
  if (event.kind === 'message.posted') return messageAlert(event.data as Message, me);
  const isBack = event.kind === 'notification.returned';
  if (event.kind !== 'notification.created' && !isBack) return null;
  const notice = event.data as NoticeEventData;
  // What calls in a room comes as the message it is.
  if (notice.subjectKind === 'room' && !isBack) return null;
  const { id, kind, subjectKind, subjectId, no, title, actorId, dueAt, overdue } = notice;
  const body = bodyOf(notice);
  return {
    id,
    kind,
    subjectKind,
    subjectId,
    no,
    title,
    actorId,
    body,
    dueAt,
    overdue,
    isUrgent: false,
  };
}

function messageAlert(message: Message, { viewerId, rooms, offKinds }: Listener): Alert | null {
  const { id, roomId, no, authorId } = message;
  const room = rooms.get(roomId);
  const kind = callOf(viewerId, message);
  const isUrgent = message.isUrgent && kind !== null;
  if (room === undefined || authorId === viewerId) return null;
  const call = kind !== null && offKinds.includes(kind) ? null : kind;
  if (!isUrgent && !tells(room, call)) return null;
  return {
    id,
    kind: isUrgent ? kind : call,
    subjectKind: 'room',
    subjectId: roomId,
    no,
    title: null,
    actorId: authorId,
    body: bodyOf(preview(message)),
    isUrgent,
    dueAt: null,
    overdue: null,
  };
}

function bodyOf({ body, file }: { body: string; file: { name: string } | null }): string {
  return body === '' ? (file?.name ?? '') : body;
}

/** Whether this event says that I have seen, or may no longer see, what the alert was about. */
export function endsAlert(alert: Alert, event: ChangeEvent, viewerId: string): boolean {
  if (event.kind === 'read.moved' && event.gone !== true) {
    const { roomId, userId, readNo } = event.data as ReadEventData;
    return roomId === alert.subjectId && userId === viewerId && readNo >= (alert.no ?? 0);
  }
  if (event.kind === 'message.posted' && event.gone !== true) {
    const { roomId, authorId } = event.data as Message;
    return roomId === alert.subjectId && authorId === viewerId;
  }
  if (event.kind === 'notification.changed' && event.gone !== true) {
    const { ids, readAt } = event.data as NoticesReadData;
    return alert.subjectKind !== 'room' && readAt !== null && (ids?.includes(alert.id) ?? true);
  }
  if (event.kind === 'message.removed') return event.id === alert.id;
  return event.gone === true && event.id === alert.subjectId;
}

/** What the one who looks at it looks at. */
function pathOf({ subjectKind, subjectId }: Pick<Alert, 'subjectKind' | 'subjectId'>): string {
  const paths = { room: '/chat/', task: '/tasks/', reminder: '/reminders/', day: '/' };
  return subjectKind === 'day' ? paths.day : `${paths[subjectKind]}${subjectId}`;
}

/** `looksAt`: what is open in the window of this browser that has the focus; null when none has. */
export function waysToTell(alert: Alert, looksAt: string | null) {
  return { sound: looksAt !== pathOf(alert), note: looksAt === null };
}
