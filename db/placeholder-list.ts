// A list of values for a prepared query: filled up to one of a few sizes with values it has already, so that a handful of
// statements serves lists of any length.
import { type Placeholder, sql } from 'drizzle-orm';

const GROWTH = 4;

type PlaceholderList<T> = {
  /** For the prepared query's name: its text depends on nothing else. */
  size: number;
  placeholders: Placeholder[];
  values: Record<string, T>;
};

/** For `inArray`. The list must not be empty. */
export function listOf<T extends string | number>(items: readonly T[]): PlaceholderList<T> {
  const [first] = items;
  let size = 1;
  while (size < items.length) size *= GROWTH;
  const names = Array.from({ length: size }, (_, at) => `item${at}`);
  return {
    size,
    placeholders: names.map((name) => sql.placeholder(name)),
    values: Object.fromEntries(names.map((name, at) => [name, (items[at] ?? first) as T])),
  };
}
