// Every test runs with this: console.error and console.warn fail it unless it declared them.
import { afterEach, beforeEach, expect, vi } from 'vitest';

type Level = 'error' | 'warn';

const said: Record<Level, string[]> = { error: [], warn: [] };
const declared = new Set<Level>();

beforeEach(() => {
  for (const level of ['error', 'warn'] as const) {
    said[level] = [];
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      said[level].push(words.map(String).join(' '));
    });
  }
});

afterEach(() => {
  const surprising = (['error', 'warn'] as const).filter((level) => !declared.has(level));
  declared.clear();
  for (const level of surprising) expect(said[level], `console.${level}`).toEqual([]);
});

/** Declares that this test writes to the console; returns what it wrote so far, in order. */
export function expectConsole(level: Level): string[] {
  declared.add(level);
  return said[level];
}
