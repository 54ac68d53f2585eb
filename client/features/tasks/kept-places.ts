// Where somebody was in each list of tasks, which groups they had folded or unfolded and how far it was loaded: coming
// back shows it as it was left. Lasts as long as the tab's page.
type Kept = { topPx: number; turned: ReadonlySet<string>; seen: ReadonlySet<string> };

const NOTHING: Kept = { topPx: 0, turned: new Set(), seen: new Set() };
const places = new Map<string, Kept>();

/** `address`: the question whose answer the list is. */
export function placeKept(address: string): Kept {
  return places.get(address) ?? NOTHING;
}

export function keepPlace(address: string, part: Partial<Kept>): void {
  places.set(address, { ...placeKept(address), ...part });
}
