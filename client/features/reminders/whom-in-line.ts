// Whom a line calls, `@한지민 내일 9시 전화`: a reminder may be for several. Pure.
import { type CalledName, type Colleague, namesIn } from '#client/ui/called-names.ts';
import { cut } from '#client/words/phrase.ts';

type Office = { colleagues: readonly Colleague[]; viewerId: string };

export type Called = {
  /** The line without those it calls. */
  rest: string;
  userIds: string[];
  /** Names that stay in the line, because they mean nobody or not one person. */
  unplaced: CalledName[];
};

export function readWhom(written: string, office: Office): Called {
  const line = written.normalize('NFC');
  const names = namesIn(line, office);
  const placed = names.filter(({ candidates }) => candidates.length === 1);
  return {
    rest: without(line, placed),
    userIds: [...new Set(placed.flatMap(({ candidates }) => candidates.map(({ id }) => id)))],
    unplaced: names.filter((name) => !placed.includes(name)),
  };
}

/** The line without the names of those who were taken off beside it. */
export function withoutPeople(written: string, userIds: readonly string[], office: Office): string {
  const line = written.normalize('NFC');
  const taken = namesIn(line, office).filter(
    ({ candidates: [only, ...others] }) =>
      only !== undefined && others.length === 0 && userIds.includes(only.id),
  );
  return taken.length === 0 ? written : without(line, taken).replaceAll(/\s+/g, ' ').trim();
}

/** From the last to the first, so that each still stands where it was found. */
function without(line: string, names: readonly CalledName[]): string {
  return names.toReversed().reduce((left, name) => cut(left, { ...name, value: null }), line);
}
