import type { LiveHandlers } from '#client/live/live-types.ts';

/** The server counts and sends the numbers itself (`nav.onCounts`). */
export const countsLive: Pick<LiveHandlers, 'nav.counts'> = {
  'nav.counts': (answer) => answer,
};
