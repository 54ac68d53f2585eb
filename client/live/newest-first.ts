// A short list that is never paged and whose rows carry no version, newest first: sessions, tokens.
type Row = { id: string; createdAt: Date };

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
  const at = others.findIndex((other) => isNewer(row, other));
  return { ...answer, items: at === -1 ? [...others, row] : others.toSpliced(at, 0, row) };
}

function isNewer(a: Row, b: Row): boolean {
  const [aMs, bMs] = [a.createdAt.getTime(), b.createdAt.getTime()];
  return aMs === bMs ? a.id > b.id : aMs > bMs;
}
