// What somebody is typing after an @, and what becomes of the text when a name is taken.
import { matchesName } from './name-match.ts';

export type Mentionable = { id: string; name: string; username?: string };

/** From the @ to the caret. */
export type MentionQuery = { start: number; end: number; typed: string };

/** At the start of the text or after a space: in the middle of a word it is an address. */
const BEFORE_CARET = /(?:^|\s)@([^\s@]{0,30})$/;
const MOST_OFFERED = 8;

export function mentionAt(text: string, caret: number): MentionQuery | null {
  const [, typed] = BEFORE_CARET.exec(text.slice(0, caret)) ?? [];
  return typed === undefined ? null : { start: caret - typed.length - 1, end: caret, typed };
}

/** Those whose name begins so come first. */
export function offered<M extends Mentionable>(people: readonly M[], typed: string): M[] {
  const found = people.filter((person) => matchesName(person, typed));
  const begins = (person: M) => person.name.startsWith(typed);
  return [...found.filter(begins), ...found.filter((person) => !begins(person))].slice(
    0,
    MOST_OFFERED,
  );
}

/** The text with the name in it and a space after it, and where the caret goes. */
export function withMention(
  text: string,
  { start, end }: MentionQuery,
  name: string,
): { text: string; caret: number } {
  const after = text.slice(end);
  const gap = after.startsWith(' ') ? '' : ' ';
  const before = `${text.slice(0, start)}@${name}`;
  return { text: `${before}${gap}${after}`, caret: before.length + 1 };
}
