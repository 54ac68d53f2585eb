// What a rank may look like on the wire: as `fractional-indexing` makes them, for it throws at any other.
import * as z from 'zod/mini';

const RANK_MAX = 1_000;
const LOWEST = `A${'0'.repeat(26)}`;

export const rank = z
  .string({ error: 'must be a rank' })
  .check(z.maxLength(RANK_MAX), z.refine(isRank, { error: 'must be the rank of a task' }));

/** The first letter says how long the whole part is; the rest is a fraction, which does not end in 0. */
function isRank(text: string): boolean {
  if (!/^[A-Za-z][0-9A-Za-z]*$/.test(text) || text === LOWEST) return false;
  const head = text.charCodeAt(0);
  const wholeLength = head >= 97 ? head - 95 : 92 - head;
  return text.length === wholeLength || (text.length > wholeLength && !text.endsWith('0'));
}
