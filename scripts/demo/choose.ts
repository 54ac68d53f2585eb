export function choose<const T>(values: readonly [T, ...T[]]): T;
/** Undefined of an empty list. */
export function choose<const T>(values: readonly T[]): T | undefined;
export function choose<T>(values: readonly T[]): T | undefined {
  return values[Math.floor(Math.random() * values.length)];
}

export function chance(percent: number): boolean {
  return Math.random() * 100 < percent;
}
