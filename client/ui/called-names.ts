// Names in a line as it is being written, `@김민수` or `@ㄱㅁㅅ`: whom each may mean. Pure.
import { bestNames } from './name-match.ts';

export type Colleague = { id: string; name: string; username: string };

/** `text` and where it stands, with its @; one candidate is whom it means. */
export type CalledName = { text: string; at: number; candidates: readonly Colleague[] };

type Office = { colleagues: readonly Colleague[]; viewerId?: string | undefined };

const CALLED = /(?<!\S)@(\S+)/g;

/** `line` in NFC, as a keyboard may not have written it. */
export function namesIn(line: string, office: Office): CalledName[] {
  return [...line.matchAll(CALLED)].map((match) => ({
    text: match[0],
    at: match.index,
    candidates: candidatesFor(match[1] ?? '', office),
  }));
}

/** The line with the candidate named so that nobody else is meant. */
export function withPerson(
  written: string,
  { at, text }: CalledName,
  { name, username, colleagues }: Colleague & Pick<Office, 'colleagues'>,
): string {
  const line = written.normalize('NFC');
  const isUnmistakable =
    !/\s/.test(name) && colleagues.filter((other) => other.name === name).length === 1;
  return `${line.slice(0, at)}@${isUnmistakable ? name : username}${line.slice(at + text.length)}`;
}

/** By the whole name first; then oneself; else by a part of it, its initials or the user name. */
function candidatesFor(typed: string, { colleagues, viewerId }: Office) {
  const exact = colleagues.filter(({ name, username }) => name === typed || username === typed);
  if (exact.length > 0) return exact;
  if (ONESELF.has(typed.toLowerCase())) return colleagues.filter(({ id }) => id === viewerId);
  return bestNames(colleagues, typed);
}

const ONESELF = new Set(['나', '저', 'me']);
