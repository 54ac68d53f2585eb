// Choices that look arbitrary and are the same at every load: the demo company is deterministic.
import { createHash } from 'node:crypto';

export type DemoRandom = {
  /** From 0 (included) to `below`. */
  int(below: number): number;
  /** True in `percent` of the cases. */
  chance(percent: number): boolean;
  of<T>(values: readonly T[]): T;
  /** `count` different ones, in the order they stand. */
  some<T>(values: readonly T[], count: number): T[];
  id(): string;
};

export function demoRandom(seed: string): DemoRandom {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  let ids = 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  const of = <T>(values: readonly T[]): T => {
    const value = values[int(values.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  };
  return {
    int,
    chance: (percent) => int(100) < percent,
    of,
    some(values, count) {
      const chosen = new Set<number>();
      while (chosen.size < Math.min(count, values.length)) chosen.add(int(values.length));
      return values.filter((_, at) => chosen.has(at));
    },
    id() {
      ids += 1;
      const hex = createHash('sha256').update(`${seed}:${ids}`).digest('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    },
  };
}
