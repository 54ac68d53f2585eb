// What an event does to the trash. Pure; held against fresh answers in tests/live/one-task-consistency.
import type { LiveHandlers } from '#client/live/live-types.ts';

export const oneTaskLive: Pick<LiveHandlers, 'tasks.trash'> = {
  // Whoever hears of a removal is not told what it was: that is the server's to say.
  'tasks.trash': (page, event) => {
    if (event.feature !== 'tasks' || !event.kind.startsWith('task.')) return page;
    if (event.kind === 'task.removed') return 'ask again';
    const items = page.items.filter((task) => task.id !== event.id);
    return items.length === page.items.length ? page : { ...page, items };
  },
};
