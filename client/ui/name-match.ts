// Finding people the way Koreans type: 민수, ㄱㅁㅅ, ㅁㅅ, 김ㅁ while a syllable is half typed, or a Latin user name.
import { searchKey } from '#server/search-key.schema.ts';
import { rankOf, wantedText } from '#server/search-text.schema.ts';

export function matchesName(person: { name: string; username?: string }, typed: string): boolean {
  const wanted = wantedText(typed);
  if (wanted === null) return true;
  return [person.name, person.username ?? ''].some(
    (name) => rankOf(searchKey(name), wanted) !== null,
  );
}
