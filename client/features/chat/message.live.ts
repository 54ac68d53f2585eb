// What an event does to an answer about single messages. Pure; held against fresh answers in tests/live/chat-consistency.
import type { LiveHandlers } from '#client/live/live-types.ts';
import { compareReaders } from '#server/chat/chat.message.schema.ts';
import type { MemberEventData, Message, ReadEventData } from '#server/chat/chat.schema.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';

type MessagePaths = 'chat.readers';

export const messageLive: Pick<LiveHandlers, MessagePaths> = {
  'chat.readers': (answer, event) => {
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

/** Saying something reads up to it. */
function readerOf(event: ChangeEvent): ReadEventData | null {
  if (event.kind === 'read.moved') return event.data as ReadEventData;
  if (event.kind !== 'message.posted') return null;
  const { roomId, authorId, no } = event.data as Message;
  return { roomId, userId: authorId, readNo: no };
}
