// What an event does to an answer about single messages. Pure; held against fresh answers in tests/live/chat-consistency.
import type { LiveHandlers } from '#client/live/live-types.ts';
import { compareReaders } from '#server/chat/chat.message.schema.ts';
import type {
  MemberEventData,
  Message,
  ReadEventData,
  SavedEventData,
} from '#server/chat/chat.schema.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';
import { seoulDay } from '#server/seoul.schema.ts';
import { isHidden, isRoomEvent, messageOf, withChange } from './message-changes.ts';

type MessagePaths = 'chat.days' | 'chat.history' | 'chat.pinned' | 'chat.readers' | 'chat.saved';

export const messageLive: Pick<LiveHandlers, MessagePaths> = {
  'chat.history': (answer, event, { input }) => {
    if (isHidden(event) && event.id === input.id) return 'ask again';
    const message = messageOf(event);
    if (message?.id !== input.id) return answer;
    if (event.kind === 'message.removed') return { ...answer, items: [] };
    // The event says only what it says now.
    return event.kind === 'message.edited' ? 'ask again' : answer;
  },

  'chat.pinned': (answer, event, { input }) => {
    const isOneOfThem = answer.items.some((item) => item.id === event.id);
    if (isHidden(event) && (isOneOfThem || event.kind === 'message.pinned')) return 'ask again';
    const message = messageOf(event);
    if (message?.roomId !== input.roomId) return answer;
    const items = answer.items.map((item) => withChange(item, message));
    if (items.some((item) => item.id === message.id))
      return { ...answer, items: items.filter((item) => item.pinnedAt !== null) };
    const pins = message.pinnedAt === null ? items : [...items, message].toSorted(newestPinFirst);
    return { ...answer, items: pins };
  },

  'chat.saved': (page, event, { input }) => {
    if (event.kind === 'saved.changed' && event.gone !== true) {
      const { messageId, savedAt } = event.data as SavedEventData;
      // The event does not say what the message says; the newest is on the first page.
      if (savedAt !== null) return input?.cursor === undefined ? 'ask again' : page;
      return { ...page, items: page.items.filter(({ message }) => message.id !== messageId) };
    }
    const isOneOfThem = page.items.some(({ message: { id } }) => id === event.id);
    if (isHidden(event) && isOneOfThem) return 'ask again';
    const message = messageOf(event);
    if (message === null) return page;
    const items = page.items
      .map((item) => ({ ...item, message: withChange(item.message, message) }))
      .filter((item) => item.message.removedAt === null);
    const isSame = items.every((item, at) => item.message === page.items[at]?.message);
    return isSame && items.length === page.items.length ? page : { ...page, items };
  },

  'chat.days': (answer, event, { input }) => {
    if (isRoomEvent(event) && event.id === input.roomId) return event.gone ? 'ask again' : answer;
    if (isHidden(event) && event.kind === 'message.posted') return 'ask again';
    const message = messageOf(event);
    if (message === null || message.roomId !== input.roomId) return answer;
    const day = seoulDay(message.createdAt);
    const isKnown = answer.items.some((item) => item.day === day);
    if (event.kind !== 'message.posted' || isKnown || !day.startsWith(input.month)) return answer;
    return { ...answer, items: [...answer.items, { day, no: message.no }] };
  },

  'chat.readers': (answer, event) => {
    if (isHidden(event) && event.kind === 'message.posted') return 'ask again';
    if (event.feature !== 'chat' || event.gone === true) return answer;
    if (event.kind === 'member.changed') {
      const { roomId } = event.data as MemberEventData;
      return roomId === answer.roomId ? 'ask again' : answer;
    }
    const reader = readerOf(event);
    if (reader === null || reader.roomId !== answer.roomId || reader.readNo < answer.no)
      return answer;
    const { userId } = reader;
    if (!answer.unread.includes(userId)) return answer;
    const read = [...answer.read, { userId, at: event.at }].toSorted(compareReaders);
    return { ...answer, read, unread: answer.unread.filter((id) => id !== userId) };
  },
};

function newestPinFirst(a: Message, b: Message): number {
  return (b.pinnedAt?.getTime() ?? 0) - (a.pinnedAt?.getTime() ?? 0) || b.no - a.no;
}

/** Saying something reads up to it, unless it was sent by nobody at the time it was set for. */
function readerOf(event: ChangeEvent): ReadEventData | null {
  if (event.kind === 'read.moved') return event.data as ReadEventData;
  if (event.kind !== 'message.posted') return null;
  const { roomId, authorId, no } = event.data as Message;
  if (event.actorId !== authorId) return null;
  return { roomId, userId: authorId, readNo: no };
}
