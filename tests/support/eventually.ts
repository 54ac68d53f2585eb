import { vi } from 'vitest';

/** What happens by itself a moment later, at most five seconds: asks until `look` no longer throws. */
export function eventually<T>(look: () => Promise<T> | T): Promise<T> {
  return vi.waitFor(look, { timeout: 5_000, interval: 10 });
}
