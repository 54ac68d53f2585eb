// What an event does to an answer about chat. Pure; held against fresh answers in tests/live/chat-consistency.
import type { AnswerOf, LiveHandlers } from '#client/live/live-types.ts';
import { edgeOf, endsOf } from '#server/chat/chat.page.schema.ts';
import { preview } from '#server/chat/chat.preview.schema.ts';
import {
  type MemberEventData,
  type MembershipEventData,
  type Message,
  type MessagePlace,
  type OwnRoom,
  placeOf,
  type ReadEventData,
  type RoomEventData,
  type RoomItem,
  type RoomMember,
} from '#server/chat/chat.schema.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';
import { isHidden, isRoomEvent, messageOf, withChange } from './message-changes.ts';

type ChatPaths = 'chat.rooms' | 'chat.room' | 'chat.messages';

export const chatLive: Pick<LiveHandlers, ChatPaths> = {
  'chat.rooms': (answer, event, { viewer }) => {
    if (isRoomEvent(event)) {
      const known = answer.items.find((room) => room.id === event.id);
      const room = event.gone ? null : (event.data as RoomEventData);
      if (known !== undefined && event.version <= known.version) return answer;
      if (room === null || !room.memberIds.includes(viewer.id))
        return known === undefined ? answer : withoutRoom(answer, event.id);
      return withRoom(answer, { ...NEW_IN_IT, ...known, ...room, ...newerTalk(known, room) });
    }
    if (isHidden(event) && answer.items.some((item) => concernsTalk(item, event)))
      return 'ask again';
    const own = ownRoomOf(event, viewer.id);
    const mine = answer.items.find((item) => item.id === own?.roomId);
    if (own !== null && mine !== undefined) return withRoom(answer, { ...mine, ...own.room });
    const message = messageOf(event);
    const room = answer.items.find((item) => item.id === message?.roomId);
    if (message === null || room === undefined) return answer;
    const next = afterMessage(room, message);
    if (isSaidBy(event, viewer.id)) return withRoom(answer, { ...next, unreadFromNo: null });
    return next === room ? answer : withRoom(answer, next);
  },

  'chat.room': (answer, event, { input, viewer }) => {
    const { item } = answer;
    if (isRoomEvent(event) && event.id === input.id) {
      if (event.version <= item.version) return answer;
      const room = event.gone ? null : (event.data as RoomEventData);
      if (room === null || !room.memberIds.includes(viewer.id)) return 'ask again';
      return { ...answer, item: { ...item, ...room, ...newerTalk(item, room) } };
    }
    if (isHidden(event) && concernsTalk(item, event)) return 'ask again';
    const own = ownRoomOf(event, viewer.id);
    if (own?.roomId === input.id && event.kind === 'membership.changed')
      return { ...answer, item: { ...item, ...own.room } };
    const message = messageOf(event);
    if (message?.roomId === input.id) {
      const next = afterMessage(item, message);
      if (event.kind !== 'message.posted')
        return next === item ? answer : { ...answer, item: next };
      const members = afterWords(item.members, event, message);
      const unreadFromNo = isSaidBy(event, viewer.id) ? null : item.unreadFromNo;
      return { ...answer, item: { ...next, members, unreadFromNo } };
    }
    if (event.gone === true) return answer;
    if (event.kind === 'read.moved') {
      const { roomId, userId, readNo } = event.data as ReadEventData;
      if (roomId !== input.id) return answer;
      const members = readUpTo(item.members, userId, readNo);
      const unreadFromNo = userId === viewer.id ? null : item.unreadFromNo;
      return { ...answer, item: { ...item, members, unreadFromNo } };
    }
    if (event.kind === 'member.changed') {
      const { roomId, userId, member } = event.data as MemberEventData;
      if (roomId !== input.id) return answer;
      const others = item.members.filter((other) => other.userId !== userId);
      const members = member === null ? others : [...others, member].toSorted(byUser);
      return { ...answer, item: { ...item, members } };
    }
    return answer;
  },

  'chat.messages': (page, event, { input }) => {
    if (isRoomEvent(event) && event.id === input.roomId) return event.gone ? 'ask again' : page;
    if (isHidden(event) && concernsPage(page, event)) return 'ask again';
    const message = messageOf(event);
    if (message === null || message.roomId !== input.roomId) return page;
    if (page.items.some((item) => item.id === message.id || item.replyTo?.id === message.id))
      return { ...page, items: page.items.map((item) => withChange(item, message)) };
    return event.kind === 'message.posted' ? withPosted(page, message, placeOf(input)) : page;
  },
};

const NEW_IN_IT: OwnRoom = { muted: false, pinned: false, notify: 'all', unreadFromNo: null };

type Own = { roomId: string; room: Partial<OwnRoom> };

/** What changes what a room is to the viewer alone. */
function ownRoomOf(event: ChangeEvent, viewerId: string): Own | null {
  if (event.feature !== 'chat' || event.gone === true) return null;
  if (event.kind === 'membership.changed') {
    const { roomId, muted, pinned, notify, unreadFromNo } = event.data as MembershipEventData;
    return { roomId, room: { muted, pinned, notify, unreadFromNo } };
  }
  if (event.kind !== 'read.moved') return null;
  const { roomId, userId } = event.data as ReadEventData;
  return userId === viewerId ? { roomId, room: { unreadFromNo: null } } : null;
}

/** A room's event may leave out its last message; then the one that is known stays. */
function newerTalk(known: RoomEventData | undefined, room: RoomEventData) {
  const [was, is] = [known?.lastMessage ?? null, room.lastMessage];
  return { lastMessage: is === null || (was !== null && was.no > is.no) ? was : is };
}

type Rooms = AnswerOf<'chat.rooms'>;

function withoutRoom(answer: Rooms, id: string): Rooms {
  return { ...answer, items: answer.items.filter((room) => room.id !== id) };
}

function withRoom(answer: Rooms, room: RoomItem): Rooms {
  const others = answer.items.filter((item) => item.id !== room.id);
  return { ...answer, items: [...others, room].toSorted(byTalk) };
}

/** The latest talk first. */
function byTalk(a: RoomItem, b: RoomItem): number {
  const apart = b.activeAt.getTime() - a.activeAt.getTime();
  if (apart !== 0) return apart;
  return a.id < b.id ? -1 : 1;
}

function byUser(a: RoomMember, b: RoomMember): number {
  return a.userId < b.userId ? -1 : 1;
}

/** A newer message is the room's last one; a change of the last one shows. */
function afterMessage<R extends RoomEventData>(room: R, message: Message): R {
  const { lastMessage } = room;
  if (lastMessage?.id === message.id) return { ...room, lastMessage: preview(message) };
  if (message.no <= (lastMessage?.no ?? 0)) return room;
  return { ...room, lastMessage: preview(message), activeAt: message.createdAt };
}

function concernsTalk(room: RoomEventData, event: ChangeEvent): boolean {
  return event.kind === 'message.posted' || room.lastMessage?.id === event.id;
}

function concernsPage(page: Page, event: ChangeEvent): boolean {
  if (event.kind === 'message.posted') return !page.hasAfter;
  return page.items.some((item) => item.id === event.id);
}

/** In person: one sent at the time it was set for (by nobody) says nothing about what its author has read. */
function isSaidBy(event: ChangeEvent, userId: string): boolean {
  return event.kind === 'message.posted' && event.actorId === userId;
}

/** Whoever speaks has read what was said before; for whoever had read it all, their own words are nothing new. */
function afterWords(members: RoomMember[], event: ChangeEvent, message: Message): RoomMember[] {
  const { authorId, no } = message;
  const hadReadAll = members.some(({ userId, readNo }) => userId === authorId && readNo >= no - 1);
  return isSaidBy(event, authorId) || hadReadAll ? readUpTo(members, authorId, no) : members;
}

function readUpTo(members: RoomMember[], userId: string, readNo: number): RoomMember[] {
  return members.map((member) =>
    member.userId === userId && member.readNo < readNo ? { ...member, readNo } : member,
  );
}

type Page = AnswerOf<'chat.messages'>;

/** A page that reaches the end of the room goes on reaching it. */
function withPosted(page: Page, message: Message, place: MessagePlace): Page | 'ask again' {
  if (page.hasAfter) return page;
  const seen = { firstNo: page.firstNo, lastNo: message.no };
  const last = page.items.at(-1)?.no ?? edgeOf(place, { ...seen, lastNo: message.no - 1 });
  if (message.no <= last) return page;
  const isBeyond = place.at === 'before' && message.no >= place.no;
  const isTooEarly = place.at === 'after' && message.no <= place.no;
  if (isTooEarly || isBeyond) return { ...page, ...endsOf(page.items, place, seen) };
  if (message.no !== last + 1) return 'ask again';
  const items = [...page.items, message];
  return { ...page, items, ...endsOf(items, place, seen) };
}
