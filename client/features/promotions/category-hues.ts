// Each category has a colour of its own: always the same one for the same name, unless two names would share it.
const HUES = 10;

export function categoryHues(names: readonly string[]): ReadonlyMap<string, number> {
  const hues = new Map<string, number>();
  const taken = new Set<number>();
  for (const name of names.toSorted()) {
    let hue = hueOf(name);
    for (let tries = 1; taken.has(hue) && tries < HUES; tries += 1) hue = (hue + 1) % HUES;
    taken.add(hue);
    hues.set(name, hue);
  }
  return hues;
}

/** From 0 to HUES - 1, by the name alone. */
export function hueOf(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % HUES;
}
