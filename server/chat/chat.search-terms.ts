// What a search text asks for: terms that must all stand in a message, and the pairs of letters that lead to them.
import { folded, pairsOf } from '#db/message-words.ts';

export type Terms = {
  /** Folded; each stands somewhere in the text. */
  terms: string[];
  /** A message with the terms has all of these; none when the terms are too short for any. */
  pairs: string[];
};

/** A long text needs no more to be found. */
const TERMS_MAX = 40;
const PAIRS_MAX = 24;

/** `"in quotes"`, or up to the next space. */
const CHUNK = /"([^"]+)"|\S+/gu;
const EDGES = /^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu;
/** A syllable that is still being written: 견ㅅ on the way to 견선. */
const HALF_TYPED = /(?<=[가-힣])[ㄱ-ㅣ]$/u;

export function termsOf(text: string): Terms {
  const terms: string[] = [];
  const searched = folded(text).replace(HALF_TYPED, '');
  for (const [chunk, inQuotes] of searched.matchAll(CHUNK)) {
    if (terms.length === TERMS_MAX) break;
    // A sign counts only where there is nothing else: "!!" and "👍" can be found, and "견적!" finds 견적.
    const bare = chunk.replaceAll(EDGES, '');
    terms.push(inQuotes ?? (bare === '' ? chunk : bare));
  }
  const pairs = new Set<string>();
  for (const pair of terms.flatMap((term) => [...pairsOf(term)])) {
    if (pairs.size < PAIRS_MAX) pairs.add(pair);
  }
  return { terms: [...new Set(terms)], pairs: [...pairs] };
}
