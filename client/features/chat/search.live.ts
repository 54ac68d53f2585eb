// What an event does to what was found in chat. Whether a message is meant can be told here; where it then stands among
// the others, and what takes its place, only the server knows. Pure; held against fresh answers in
// tests/live/chat-consistency.
import type { InputOf, LiveHandlers } from '#client/live/live-types.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import { seoulDay } from '#server/seoul.schema.ts';
import { isHidden, messageOf } from './message-changes.ts';
import { hasTerms } from './search-marks.ts';

const CHANGES_WORDS = new Set(['message.edited', 'message.removed']);

export const searchLive: Pick<LiveHandlers, 'chat.search'> = {
  'chat.search': (page, event, { input }) => {
    const isRoom = event.feature === 'chat' && event.kind.startsWith('room.');
    if (isRoom && event.id === input.roomId) return event.gone === true ? 'ask again' : page;
    if (isHidden(event)) return 'ask again';
    const message = messageOf(event);
    if (message === null) return page;
    if (CHANGES_WORDS.has(event.kind)) {
      const isOneOfThem = page.items.some((item) => item.id === message.id);
      return isOneOfThem || isMeant(message, input, page.terms) ? 'ask again' : page;
    }
    const isNew = event.kind === 'message.posted' && input.cursor === undefined;
    return isNew && isMeant(message, input, page.terms) ? 'ask again' : page;
  },
};

function isMeant(message: Message, input: InputOf<'chat.search'>, terms: string[]): boolean {
  const { roomId, fromId, before, after, hasFile } = input;
  const day = seoulDay(message.createdAt);
  return (
    (roomId === undefined || message.roomId === roomId) &&
    (fromId === undefined || message.authorId === fromId) &&
    (before === undefined || day < before) &&
    (after === undefined || day >= after) &&
    (hasFile !== true || message.files.length > 0) &&
    hasTerms(message, terms)
  );
}
