import { useEffect, useRef } from 'react';

/**
 * A card gets the focus once it is drawn, and keeps it when it is drawn anew in another column; until somebody goes
 * elsewhere.
 */
export function useWantedFocus(elementOf: (id: string) => HTMLElement | null) {
  const wanted = useRef<{ id: string; isGiven: boolean } | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const { id, isGiven } = wanted.current;
    const active = document.activeElement;
    const isElsewhere = active instanceof HTMLElement && active !== document.body;
    if (isGiven && isElsewhere && active.dataset['task'] !== id) wanted.current = null;
    else if (active !== elementOf(id)) elementOf(id)?.focus();
    if (wanted.current !== null && elementOf(id) !== null) wanted.current.isGiven = true;
  });
  return {
    set: (id: string) => {
      wanted.current = { id, isGiven: false };
    },
  };
}
