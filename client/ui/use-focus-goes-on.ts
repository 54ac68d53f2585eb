import { type RefObject, useLayoutEffect } from 'react';

/** What opens a row: never what acts on it, which a second press of the same key would do to the wrong one. */
const OPENS = 'a[href], [data-opens]';

/** `row` is on a row: when it goes while it has the focus, the focus goes to the one that comes into its place. */
export function useFocusGoesOn(row: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = row.current;
    // It still stands on the page while this runs.
    return () => {
      if (element?.contains(document.activeElement) === true) heirOf(element)?.focus();
    };
  }, [row]);
}

function heirOf(row: Element): HTMLElement | null {
  const beside = row.nextElementSibling ?? row.previousElementSibling;
  return beside?.querySelector<HTMLElement>(OPENS) ?? document.getElementById('content');
}
