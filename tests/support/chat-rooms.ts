// Rooms and messages as tests need them.
import { newId } from '#server/new-id.ts';
import type { TestApp } from './test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

/** A group that `founder` made with `others`; the id of the room. */
export async function newGroup(founder: Person, ...others: { id: string }[]): Promise<string> {
  const { item } = await founder.call.chat.createRoom({
    id: newId(),
    kind: 'group',
    memberIds: others.map(({ id }) => id),
  });
  return item.id;
}

export function say(author: Person, roomId: string, body: string) {
  return author.call.chat.send({ id: newId(), roomId, body });
}

/** `author` says so many things, one after the other. */
export async function talk(author: Person, roomId: string, count: number): Promise<void> {
  for (let no = 1; no <= count; no += 1) await say(author, roomId, `${no}번째`);
}
