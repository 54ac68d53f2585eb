// A page of a list is the answer for one stretch of the sort key: everything after `from`, up to and including `to`.
// A changed row enters, moves within or leaves it exactly as a fresh answer would have it.
export type Stretch<K> = { from: K | null; to: K | null };

type Page<Row> = { items: Row[]; nextCursor: string | null; asOf: string };

export type Change<Row extends { id: string }, K> = {
  id: string;
  version: number;
  /** The row as it is now; null when it is gone, or does not belong to this list (any more). */
  row: Row | null;
  keyOf: (row: Row) => K;
  compare: (a: K, b: K) => number;
  stretch: Stretch<K>;
};

/** The same page when the change is not for it, or older than what it holds. */
export function changePage<Row extends { id: string; version: number }, K, P extends Page<Row>>(
  page: P,
  change: Change<Row, K>,
): P {
  const { id, version, row, keyOf, compare, stretch } = change;
  const known = page.items.find((item) => item.id === id);
  if (known !== undefined && version <= known.version) return page;
  const belongs = row !== null && isWithin(keyOf(row), stretch, compare);
  if (known === undefined && !belongs) return page;
  const others = page.items.filter((item) => item.id !== id);
  if (!belongs) return { ...page, items: others };
  const key = keyOf(row);
  const at = others.findIndex((item) => compare(keyOf(item), key) > 0);
  return { ...page, items: at === -1 ? [...others, row] : others.toSpliced(at, 0, row) };
}

export function isWithin<K>(
  key: K,
  { from, to }: Stretch<K>,
  compare: (a: K, b: K) => number,
): boolean {
  return (from === null || compare(key, from) > 0) && (to === null || compare(key, to) <= 0);
}
