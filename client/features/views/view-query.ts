// A saved view holds the search part of an address, as the router writes and reads it.
import { defaultParseSearch, defaultStringifySearch } from '@tanstack/react-router';

/** Without the question mark; the same for the same search in the same order. */
export function queryOf(search: object): string {
  return defaultStringifySearch(search as Record<string, unknown>).replace(/^\?/, '');
}

/** As anybody may have written it: each screen takes what it understands. */
export function searchOf(query: string): Record<string, unknown> {
  return defaultParseSearch(`?${query}`);
}
