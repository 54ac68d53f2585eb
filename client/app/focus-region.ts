// F6: from one part of the page to the next (places, bar, list, conversation, field). What is a part says
// `data-region`; one that holds others is none itself.
const FOCUSABLE =
  'a[href], button:not(:disabled), input, textarea, select, [tabindex]:not([tabindex="-1"])';

/** `step`: 1 to the next part, -1 to the one before; round at the ends. */
export function focusRegion(step: 1 | -1): void {
  const marked = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(isShown);
  const regions = marked.filter((region) => region.querySelector('[data-region]') === null);
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const from = at === -1 && step === -1 ? 0 : at;
  const next = regions.at((from + step) % regions.length);
  if (next !== undefined) stopIn(next)?.focus();
}

/** The part itself when it takes the focus, else its current link, what one writes in, or the first thing in it. */
function stopIn(region: HTMLElement): HTMLElement | null {
  if (region.matches(FOCUSABLE)) return region;
  const current = region.querySelector<HTMLElement>('[aria-current]');
  if (current !== null && current.matches(FOCUSABLE)) return current;
  const field = region.querySelector('textarea');
  if (field !== null) return field;
  return [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isShown) ?? null;
}

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility();
}
