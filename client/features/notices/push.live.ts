import type { LiveHandlers } from '#client/live/live-types.ts';

/** An office keeps its key. */
export const pushLive: Pick<LiveHandlers, 'push.key'> = {
  'push.key': (answer) => answer,
};
