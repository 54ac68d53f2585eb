// What an event does to the trash, and to what one has not looked at. Pure; held against fresh answers in
// tests/live/one-task-consistency.
import type { AnswerOf, LiveHandlers } from '#client/live/live-types.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';
import { concernedBy, isNews } from '#server/tasks/tasks.policy.ts';
import type { TaskEventData } from '#server/tasks/tasks.schema.ts';
import { type TaskSeenData, UNSEEN_MAX } from '#server/tasks/tasks.unseen.schema.ts';

export const oneTaskLive: Pick<LiveHandlers, 'tasks.trash' | 'tasks.unseen'> = {
  // Whoever hears of a removal is not told what it was: that is the server's to say.
  'tasks.trash': (page, event) => {
    if (!isTaskEvent(event)) return page;
    if (event.kind === 'task.removed') return 'ask again';
    const items = page.items.filter((task) => task.id !== event.id);
    return items.length === page.items.length ? page : { ...page, items };
  },

  'tasks.unseen': (answer, event, { viewer }) => {
    if (event.kind === 'task.seen' && !event.gone)
      return without(answer, (event.data as TaskSeenData).ids);
    if (!isTaskEvent(event)) return answer;
    const data = event.gone ? null : (event.data as TaskEventData);
    if (data === null || !concernedBy(data).includes(viewer.id)) return without(answer, [event.id]);
    const isQuiet = event.actorId === viewer.id || !isNews(data);
    if (isQuiet || answer.ids.includes(event.id)) return answer;
    // Which of the others makes room for it, only the server knows.
    if (answer.ids.length >= UNSEEN_MAX) return 'ask again';
    return { ...answer, ids: [...answer.ids, event.id].toSorted() };
  },
};

type Unseen = AnswerOf<'tasks.unseen'>;

/** Behind a full list others may be waiting. */
function without(answer: Unseen, gone: readonly string[]): Unseen | 'ask again' {
  const ids = answer.ids.filter((id) => !gone.includes(id));
  if (ids.length === answer.ids.length) return answer;
  return answer.ids.length >= UNSEEN_MAX ? 'ask again' : { ...answer, ids };
}

function isTaskEvent({ feature, kind }: ChangeEvent): boolean {
  return feature === 'tasks' && kind.startsWith('task.') && kind !== 'task.seen';
}
