// Where what was typed stands in a title, also when it is half typed or initial consonants. Pure.
import { foldedLetters, initialsOf } from '#server/search-key.schema.ts';
import { type WantedText, wantedText } from '#server/search-text.schema.ts';

export type Part = { text: string; isHit: boolean };

/** The title in parts; nothing is marked where nothing matches. */
export function hitParts(title: string, typed: string): Part[] {
  const characters = Array.from(title);
  const wanted = wantedText(typed);
  const hits = new Set((wanted?.words ?? []).flatMap((word) => hitsOf(characters, word)));
  const parts: Part[] = [];
  for (const [at, character] of characters.entries()) {
    const isHit = hits.has(at);
    const last = parts.at(-1);
    if (last?.isHit === isHit) last.text += character;
    else parts.push({ text: character, isHit });
  }
  return parts;
}

const LEAD_MAX = 16;

/** What is before the first hit shortened, so that the hit can be seen in a narrow row. */
export function withShortLead(parts: Part[]): Part[] {
  const first = parts.findIndex(({ isHit }) => isHit);
  if (first < 1) return parts;
  const lead = parts.slice(0, first).flatMap(({ text }) => Array.from(text));
  if (lead.length <= LEAD_MAX) return parts;
  return [{ text: `…${lead.slice(-LEAD_MAX).join('')}`, isHit: false }, ...parts.slice(first)];
}

/** Places of characters: of the first place that has the word. */
function hitsOf(
  characters: string[],
  { spelled, initials }: WantedText['words'][number],
): number[] {
  const letters = ownedBy(characters, foldedLetters);
  for (const each of spelled) {
    const owners = ownersOf(letters, each);
    if (owners.length > 0) return owners;
  }
  if (initials === null) return [];
  return ownersOf(
    ownedBy(characters, (character) => initialsOf(foldedLetters(character))),
    initials,
  );
}

type Owned = { text: string; owners: number[] };

/** The letters in a row, and of which character each of them is. */
function ownedBy(characters: string[], lettersOf: (character: string) => string): Owned {
  const each = characters.map(lettersOf);
  return {
    text: each.join(''),
    owners: each.flatMap((letters, at) => Array.from({ length: letters.length }, () => at)),
  };
}

function ownersOf({ text, owners }: Owned, part: string): number[] {
  const from = text.indexOf(part);
  return from === -1 ? [] : [...new Set(owners.slice(from, from + part.length))];
}
