// Whom a text calls: `@김민수` one of those who can be called, `@모두` (or `@all`) all of them.
import { withMentions } from './mentions.ts';
import type { Mentionable } from './mention-query.ts';

export const EVERYBODY = ['모두', 'all'];

export type Called = { mentionIds: string[]; mentionsAll: boolean };

/** As it stands there now: a name that was taken out of the text calls nobody. Of two with one name, both are called. */
export function calledIn(text: string, people: readonly Mentionable[]): Called {
  const parts = withMentions(text, [...people, ...EVERYBODY.map((name) => ({ name }))]);
  const called = new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : [part.name])));
  return {
    mentionIds: people.flatMap(({ id, name }) => (called.has(name) ? [id] : [])),
    mentionsAll: EVERYBODY.some((name) => called.has(name)),
  };
}
