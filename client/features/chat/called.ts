// The names that a message calls, as they are drawn.
import { type Called, EVERYBODY } from '#client/ui/called.ts';
import type { Mention } from '#client/ui/markdown.tsx';
import type { Person } from '#client/ui/people.ts';

const NOBODY: readonly Mention[] = [];

type Who = {
  viewerId: string;
  authorId: string;
  personOf: (id: string) => Person | undefined;
};

/** The names that stand out in a message; one's own does when somebody else calls. */
export function mentionsOf(
  { mentionIds, mentionsAll }: Called,
  { viewerId, authorId, personOf }: Who,
): readonly Mention[] {
  if (mentionIds.length === 0 && !mentionsAll) return NOBODY;
  const isForMe = authorId !== viewerId;
  const people = mentionIds.flatMap((id) => {
    const name = personOf(id)?.name;
    return name === undefined ? [] : [{ name, isMe: isForMe && id === viewerId }];
  });
  return mentionsAll ? [...people, ...EVERYBODY.map((name) => ({ name, isMe: isForMe }))] : people;
}
