// Every live answer's handler, one line per feature. The compiler complains when a query has none.
import type { LiveHandlers } from '#client/live/live-types.ts';
import { tasksLive } from '../features/tasks/tasks.live.ts';

export const liveHandlers: LiveHandlers = {
  ...tasksLive,
};
