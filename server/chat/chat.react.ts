// Answering with an emoji. Whoever does it with whichever version of the message: two at once both count.
import type { Position } from '#db/database.ts';
import type { Deps } from '../deps.ts';
import { precondition } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { type ReactInput, REACTIONS_MAX } from './chat.message.schema.ts';
import { changeMessage, lockMyMessage, refuseUnless, withQuote } from './chat.my-message.ts';
import { messageAbilities } from './chat.policy.ts';
import { seenFrom } from './chat.row.ts';
import type { Message } from './chat.schema.ts';

type Reactions = Message['reactions'];

/** Emojis stay in the order in which each first came, and so do the people of each. */
export async function react(
  deps: Deps,
  viewer: Viewer,
  input: ReactInput,
): Promise<{ item: Message; asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { value, asOf } = await deps.db.write(act, async (tx) => {
    const mine = await lockMyMessage(tx, viewer, input.id);
    const { message, room, me } = mine;
    refuseUnless(messageAbilities(viewer, message, room).react, mine);
    const { emoji, on } = input;
    const before = message.reactions;
    const isOn = before.some((each) => each.emoji === emoji && each.userIds.includes(viewer.id));
    if (isOn === on) return seenFrom(me.seesFromNo, await withQuote(tx, message));
    const reactions = on ? added(before, emoji, viewer.id) : taken(before, emoji, viewer.id);
    if (reactions.length > REACTIONS_MAX) throw precondition('too_many_reactions');
    const changes = { reactions };
    const after = await changeMessage(tx, message, { kind: 'message.reacted', changes });
    const detail = { roomId: room.id, no: message.no, on };
    tx.audit('message.react', { kind: 'message', id: message.id }, detail);
    return seenFrom(me.seesFromNo, after);
  });
  return { item: value, asOf };
}

function added(reactions: Reactions, emoji: string, userId: string): Reactions {
  if (!reactions.some((each) => each.emoji === emoji))
    return [...reactions, { emoji, userIds: [userId] }];
  return reactions.map((each) =>
    each.emoji === emoji ? { emoji, userIds: [...each.userIds, userId] } : each,
  );
}

function taken(reactions: Reactions, emoji: string, userId: string): Reactions {
  return reactions
    .map((each) =>
      each.emoji === emoji ? { emoji, userIds: each.userIds.filter((id) => id !== userId) } : each,
    )
    .filter((each) => each.userIds.length > 0);
}
