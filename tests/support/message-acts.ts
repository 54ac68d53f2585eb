// All that somebody can do with the messages of a room, for tests that act at random.
import { newId } from '#server/new-id.ts';
import type { Procedures } from './test-app.ts';

type Random = { below(n: number): number; of<T>(values: readonly T[]): T };

/** One of the messages they see in the room, anew for each act; their own half of the time. */
export function messageActs(
  { call, id: userId }: { call: Procedures; id: string },
  { roomId, roomIds, random }: { roomId: string; roomIds: string[]; random: Random },
): (() => Promise<unknown>)[] {
  const one = async () => {
    const { items } = await call.chat.messages({ roomId });
    const mine = items.filter((message) => message.authorId === userId);
    const from = random.of([items, mine]);
    return from.length === 0 ? { id: newId(), version: 1 } : random.of(from);
  };
  const on = random.of([true, true, false]);
  const edit = async () => {
    const { id, version } = await one();
    await call.chat.edit({ id, version, body: `고침 ${random.below(100)}` });
  };
  const react = async () => {
    const { id } = await one();
    await call.chat.react({ id, emoji: random.of(['👍', '🎉', '❤️']), on });
  };
  return [
    edit,
    edit,
    react,
    react,
    async () => call.chat.remove({ id: (await one()).id }),
    async () => call.chat.pin({ id: (await one()).id, on }),
    async () => call.chat.pin({ id: (await one()).id, on: true }),
    async () => call.chat.save({ messageId: (await one()).id, on }),
    async () => call.chat.save({ messageId: (await one()).id, on: true }),
    async () =>
      call.chat.forward({ id: newId(), messageId: (await one()).id, roomId: random.of(roomIds) }),
    () => call.chat.markUnread({ roomId, no: 1 + random.below(12) }),
  ];
}
