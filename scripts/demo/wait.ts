import { setTimeout } from 'node:timers/promises';

/** False when it was cut short because all go home. */
export async function wait(delayMs: number, goHome: AbortSignal): Promise<boolean> {
  try {
    await setTimeout(delayMs, undefined, { signal: goHome });
    return true;
  } catch (error) {
    if (goHome.aborted) return false;
    throw error;
  }
}

/** About so long: from half to one and a half times. */
export function about(delayMs: number): number {
  return delayMs * (0.5 + Math.random());
}
