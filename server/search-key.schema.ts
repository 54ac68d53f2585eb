// How a title is kept for search everywhere, the same in both databases: a plain `like` over it finds parts of words,
// half-typed syllables and initial consonants. Two lines: the letters taken apart (견적 → ㄱㅕㄴㅈㅓㄱ, Unicode's own
// decomposition), and of those the initial consonants alone (ㄱㅈ); other scripts stand in both as they are.
const VOWELS_AND_FINALS = /[\u1161-\u1175\u11a8-\u11c2]/g;

/** Case and blanks make no difference. */
export function foldedLetters(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, '').normalize('NFD');
}

export function initialsOf(letters: string): string {
  return letters.replaceAll(VOWELS_AND_FINALS, '');
}

export function searchKey(title: string): string {
  const letters = foldedLetters(title);
  return `${letters}\n${initialsOf(letters)}`;
}
