/** The same choices for the same seed. */
export function randomOf(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return { of: <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T };
}
