// Where a text calls somebody. Said here once, so that what stands out is what calls.

const WORD = /[\p{L}\p{N}]/u;
const LATIN = /[a-z0-9]/i;

/** The text cut at the names it calls. The longest name wins: 김민수진 is not 김민수. */
export function withMentions<M extends { name: string }>(
  text: string,
  mentions: readonly M[],
): (string | M)[] {
  const byLength = mentions.toSorted((a, b) => b.name.length - a.name.length);
  const parts: (string | M)[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (at < from || WORD.test(text[at - 1] ?? '')) continue; // within a word it is an address
    const called = byLength.find(({ name }) => isNamed(text, at + 1, name));
    if (called === undefined) continue;
    if (at > from) parts.push(text.slice(from, at));
    parts.push(called);
    from = at + 1 + called.name.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** Korean particles follow a name at once; letters of a Latin name go on with it. */
function isNamed(text: string, at: number, name: string): boolean {
  if (name === '' || !text.startsWith(name, at)) return false;
  const [last, next] = [name.at(-1) ?? '', text[at + name.length] ?? ''];
  return !(LATIN.test(last) && LATIN.test(next));
}
