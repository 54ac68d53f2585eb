import type { Message } from '#server/chat/chat.schema.ts';

type Reactions = Message['reactions'];
type Wish = { emoji: string; on: boolean; userId: string };

/** As the server will make of it: emojis stay in the order in which each first came, and so do the people of each. */
export function withReaction(reactions: Reactions, { emoji, on, userId }: Wish): Reactions {
  const isKnown = reactions.some((each) => each.emoji === emoji);
  if (on && !isKnown) return [...reactions, { emoji, userIds: [userId] }];
  return reactions
    .map((each) => {
      if (each.emoji !== emoji) return each;
      const others = each.userIds.filter((id) => id !== userId);
      return { emoji, userIds: on ? [...others, userId] : others };
    })
    .filter((each) => each.userIds.length > 0);
}
