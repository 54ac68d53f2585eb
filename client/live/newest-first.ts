// A list whose rows carry no version, newest first: sessions, tokens.
type Row = { id: string; createdAt: Date };

export type NewestKey = readonly [createdAtMs: number, id: string];

/** `row` null = it is gone. */
export function changeNewestFirst<Item extends Row, Answer extends { items: Item[] }>(
  answer: Answer,
  id: string,
  row: Item | null,
): Answer {
  const others = answer.items.filter((item) => item.id !== id);
  if (row === null) {
    return others.length === answer.items.length ? answer : { ...answer, items: others };
  }
  const at = others.findIndex((other) => compareNewestFirst(keyOf(row), keyOf(other)) < 0);
  return { ...answer, items: at === -1 ? [...others, row] : others.toSpliced(at, 0, row) };
}

export function compareNewestFirst([aMs, aId]: NewestKey, [bMs, bId]: NewestKey): number {
  if (aMs !== bMs) return bMs - aMs;
  if (aId === bId) return 0;
  return aId > bId ? -1 : 1;
}

function keyOf({ createdAt, id }: Row): NewestKey {
  return [createdAt.getTime(), id];
}
