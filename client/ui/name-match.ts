// Finding people the way Koreans type: 민수, ㄱㅁㅅ, ㅁㅅ, 김ㅁ while a syllable is half typed, or a Latin user name.
import { searchKey } from '#server/search-key.schema.ts';
import { rankOf, type WantedText, wantedText } from '#server/search-text.schema.ts';

type Named = { name: string; username?: string };

export function matchesName(person: Named, typed: string): boolean {
  return rankOfName(person, wantedText(typed)) !== null;
}

/** Those that match, the best first; as they were where they match alike. */
export function bestNames<P extends Named>(people: readonly P[], typed: string): P[] {
  const wanted = wantedText(typed);
  return people
    .flatMap((person) => {
      const rank = rankOfName(person, wanted);
      return rank === null ? [] : [{ person, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ person }) => person);
}

/** Null when it does not match. */
function rankOfName({ name, username = '' }: Named, wanted: WantedText | null): number | null {
  if (wanted === null) return 0;
  const ranks = [name, username].flatMap((each) => rankOf(searchKey(each), wanted) ?? []);
  return ranks.length === 0 ? null : Math.min(...ranks);
}
