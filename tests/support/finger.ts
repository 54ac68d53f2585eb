// One finger on the screen of a page: it comes down, moves, and is lifted.
import type { Page } from 'playwright-core';

type Point = { x: number; y: number };

export async function fingerOn(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    down: (at: Point) => touch('touchStart', [at]),
    up: () => touch('touchEnd', []),
    async move(from: Point, to: Point) {
      const steps = 10;
      for (let step = 1; step <= steps; step += 1)
        await touch('touchMove', [
          {
            x: from.x + ((to.x - from.x) * step) / steps,
            y: from.y + ((to.y - from.y) * step) / steps,
          },
        ]);
    },
  };
}
