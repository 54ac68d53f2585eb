// What the cursors of lists have in common: the sort key of a row and its id, as JSON. They come back from outside, so
// nothing in them may be what a database refuses.

/** Undefined for anything else; whether the key is one of that list is for the list to say. */
export function decodeCursor(cursor: string): [key: string | number, id: string] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(cursor);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (!Array.isArray(parsed) || parsed.length !== 2) return undefined;
  const [key, id]: unknown[] = parsed;
  if (typeof id !== 'string' || !isStorable(id)) return undefined;
  if (typeof key === 'string') return isStorable(key) ? [key, id] : undefined;
  return typeof key === 'number' && Number.isInteger(key) ? [key, id] : undefined;
}

/** PostgreSQL refuses U+0000 in a text. */
function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

const FIRST_MS = Date.UTC(1900, 0, 1);
const LAST_MS = Date.UTC(9999, 11, 31);

/** A moment that rows may have: from 1900 on, and up to the one that stands for none. */
export function isMoment(ms: number): boolean {
  return ms >= FIRST_MS && ms <= LAST_MS;
}
