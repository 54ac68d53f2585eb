// Whom a text calls: `@김민수` somebody in the room, `@모두` everybody.
import { type Mention, withMentions } from '#client/ui/markdown.tsx';
import type { Person } from '#client/ui/people.ts';
import type { Message } from '#server/chat/chat.schema.ts';

const EVERYBODY = ['모두', 'all'];

const NOBODY: readonly Mention[] = [];

type Who = { viewerId: string; personOf: (id: string) => Person | undefined };

/** The names that stand out in a message. */
export function mentionsOf(
  { mentionIds, mentionsAll }: Pick<Message, 'mentionIds' | 'mentionsAll'>,
  { viewerId, personOf }: Who,
): readonly Mention[] {
  if (mentionIds.length === 0 && !mentionsAll) return NOBODY;
  const people = mentionIds.flatMap((id) => {
    const name = personOf(id)?.name;
    return name === undefined ? [] : [{ name, isMe: id === viewerId }];
  });
  return mentionsAll ? [...people, ...EVERYBODY.map((name) => ({ name, isMe: true }))] : people;
}

/** Whom a text that was changed calls now: those it called and still names, and whoever of the members it names anew. */
export function calledIn(
  text: string,
  { memberIds, personOf }: Pick<Who, 'personOf'> & { memberIds: readonly string[] },
): Pick<Message, 'mentionIds' | 'mentionsAll'> {
  const names = memberIds.map((id) => ({ id, name: personOf(id)?.name ?? '' }));
  const all = EVERYBODY.map((name) => ({ name, isMe: false }));
  const parts = withMentions(text, [...names.map(({ name }) => ({ name, isMe: false })), ...all]);
  const called = new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : [part.name])));
  return {
    mentionIds: names.flatMap(({ id, name }) => (called.has(name) ? [id] : [])),
    mentionsAll: EVERYBODY.some((name) => called.has(name)),
  };
}
