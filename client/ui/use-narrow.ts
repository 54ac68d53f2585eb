import { useSyncExternalStore } from 'react';

/** The one width at which the layout changes: tabs at the bottom, details as their own page. CSS says the same number. */
const NARROW = '(max-width: 760px)';

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
