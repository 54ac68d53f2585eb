// What somebody looks for, held against search keys (search-key.schema.ts): the server asks its database with the same
// parts as `like` patterns, the screens ask here. Pure.
import { foldedLetters } from './search-key.schema.ts';

/** In this order they are shown: what is called so, begins so, has it inside, and the same by initial consonants. */
export const RANKS = { exact: 0, start: 1, inside: 2, initialsAtStart: 3, initials: 4 } as const;

type WantedWord = {
  /** Any of these is the word: as typed, and what its last syllable may be on the way to. */
  spelled: string[];
  /** When it is nothing but consonants: those, as initials. */
  initials: string | null;
};

export type WantedText = {
  letters: string;
  /** All of it, blanks taken out. */
  whole: WantedWord;
  /** All of them must be there, in any order. */
  words: WantedWord[];
};

/** A long text needs no more to be found. */
const WORDS_MAX = 8;

/** Null when there is nothing to look for. */
export function wantedText(typed: string): WantedText | null {
  const words = [...new Set(typed.split(/\s+/).filter((word) => word !== ''))];
  if (words.length === 0) return null;
  const whole = wordOf(typed);
  return {
    letters: joined(foldedLetters(typed)),
    whole,
    words: words.slice(0, WORDS_MAX).map(wordOf),
  };
}

/** Null when it is not what is wanted. */
export function rankOf(key: string, wanted: WantedText): number | null {
  const [letters = '', initials = ''] = key.split('\n');
  const isSpelled = ({ spelled }: WantedWord) => spelled.some((each) => key.includes(each));
  const isInitialled = (word: WantedWord) =>
    word.initials !== null && initials.includes(word.initials);
  if (!wanted.words.every((word) => isSpelled(word) || isInitialled(word))) return null;
  if (letters === wanted.letters) return RANKS.exact;
  if (wanted.whole.spelled.some((each) => letters.startsWith(each))) return RANKS.start;
  if (wanted.words.every(isSpelled)) return RANKS.inside;
  const { initials: first } = wanted.whole;
  return first !== null && initials.startsWith(first) ? RANKS.initialsAtStart : RANKS.initials;
}

const ONLY_CONSONANTS = /^[ㄱ-ㅎ]+$/;
const LONE_LETTER = /[ㄱ-ㅣ]/g;

function wordOf(typed: string): WantedWord {
  const letters = foldedLetters(typed);
  // ㅋㅋ may stand in a title as it is.
  if (ONLY_CONSONANTS.test(letters)) return { spelled: [letters], initials: joined(letters) };
  const parts = joined(letters);
  return { spelled: [...new Set([parts, ...onTheWay(parts), letters])], initials: null };
}

/** Letters typed alone (김ㅁ) as the beginning of a syllable, which is how keys hold them. */
function joined(letters: string): string {
  return letters.replaceAll(LONE_LETTER, (letter) => JOINED.get(letter) ?? letter);
}

/**
 * While a syllable is typed its last letter may yet move or grow: 간 is on the way to 가나, 고 to 과, 업 to 없, 닭 to 달걀.
 */
function onTheWay(parts: string): string[] {
  const last = parts.at(-1) ?? '';
  const before = parts.slice(0, -1);
  return [
    ...Array.from(GROWS.get(last) ?? ''),
    ...(MOVES.has(last) ? [MOVES.get(last) ?? ''] : []),
  ].map((next) => before + next);
}

const at = (first: number, index: number) => String.fromCharCode(first + index);
const CONSONANTS = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ');
const VOWELS = Array.from('ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ');
const FINALS = Array.from('ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ');
const TWO: Record<string, string> = {
  ㄳ: 'ㄱㅅ', ㄵ: 'ㄴㅈ', ㄶ: 'ㄴㅎ', ㄺ: 'ㄹㄱ', ㄻ: 'ㄹㅁ', ㄼ: 'ㄹㅂ', ㄽ: 'ㄹㅅ', ㄾ: 'ㄹㅌ', ㄿ: 'ㄹㅍ', ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
}; // prettier-ignore
const GROWN_VOWELS: Record<string, string> = { ㅗ: 'ㅘㅙㅚ', ㅜ: 'ㅝㅞㅟ', ㅡ: 'ㅢ' };

const initial = new Map(CONSONANTS.map((letter, index) => [letter, at(0x11_00, index)]));
const vowel = new Map(VOWELS.map((letter, index) => [letter, at(0x11_61, index)]));
const final = new Map(FINALS.map((letter, index) => [letter, at(0x11_a8, index)]));
const asInitials = (letters: string) =>
  Array.from(letters)
    .map((each) => initial.get(each))
    .join('');

/** ㄱㅅ typed in a row becomes ㄳ. */
const JOINED = new Map([
  ...initial,
  ...vowel,
  ...Object.entries(TWO).map(([letter, both]) => [letter, asInitials(both)] as const),
]);

/** What a last vowel or final becomes with one more letter. */
const GROWS = new Map([
  ...Object.entries(GROWN_VOWELS).map(([from, to]) => grows(vowel, from, to)),
  ...Array.from('ㄱㄴㄹㅂ').map((from) =>
    grows(
      final,
      from,
      Object.keys(TWO)
        .filter((two) => TWO[two]?.startsWith(from))
        .join(''),
    ),
  ),
]);

function grows(of: ReadonlyMap<string, string>, from: string, to: string): [string, string] {
  return [
    of.get(from) ?? '',
    Array.from(to)
      .map((each) => of.get(each))
      .join(''),
  ];
}

/** A final as the initial of the next syllable, where a vowel would take it. */
const MOVES = new Map(
  FINALS.map((letter) => {
    const [stays = '', moves = ''] = TWO[letter] ?? ['', letter];
    return [final.get(letter) ?? '', (final.get(stays) ?? '') + (initial.get(moves) ?? '')];
  }),
);
