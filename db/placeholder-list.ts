// A list of values for a prepared query: filled up to one of a few sizes with values it has already, so that a handful of
// statements serves lists of any length.
import { type Placeholder, sql } from 'drizzle-orm';

const GROWTH = 4;

type PlaceholderList = {
  /** For the prepared query's name: its text depends on nothing else. */
  size: number;
  placeholders: Placeholder[];
  values: Record<string, string>;
};

/** For `inArray`. The list must not be empty. */
export function listOf(items: readonly string[]): PlaceholderList {
  const [first = ''] = items;
  let size = 1;
  while (size < items.length) size *= GROWTH;
  const names = Array.from({ length: size }, (_, at) => `item${at}`);
  return {
    size,
    placeholders: names.map((name) => sql.placeholder(name)),
    values: Object.fromEntries(names.map((name, at) => [name, items[at] ?? first])),
  };
}
