// Where somebody was in each place: going to another one and back by the sidebar brings their filters back. Lasts as
// long as the tab's page.
import type { AnyRouter } from '@tanstack/react-router';

type Search = Record<string, unknown>;

const searches = new Map<string, Search>();

export function rememberSearches(router: AnyRouter): void {
  router.subscribe('onResolved', ({ toLocation }) => {
    searches.set(placeOf(toLocation.pathname), toLocation.search);
  });
}

/** Choosing the place one is in shows it without filters. */
export function searchFor(place: string, current: string): Search {
  return placeOf(current) === place ? {} : (searches.get(place) ?? {});
}

/** `/tasks/1234` is in `/tasks`. */
export function placeOf(pathname: string): string {
  return `/${pathname.split('/')[1] ?? ''}`;
}
