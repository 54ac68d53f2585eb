// Who may see a task and do what with it. Pure; the screens ask the same functions.
import type { TaskEventData, TaskScope, TaskScoped } from './tasks.schema.ts';

type Person = { id: string; role: 'staff' | 'admin'; teamId: string | null };

export function canSeeTask(viewer: Person, task: TaskScope): boolean {
  return (
    viewer.role === 'admin' ||
    viewer.teamId === task.teamId ||
    viewer.id === task.assigneeId ||
    viewer.id === task.creatorId ||
    task.watcherIds.includes(viewer.id)
  );
}

/** For one who may see it. */
export function taskAbilities(viewer: Person, task: TaskScope) {
  const isClose =
    viewer.role === 'admin' || viewer.id === task.creatorId || viewer.id === task.assigneeId;
  return { edit: canSeeTask(viewer, task), comment: canSeeTask(viewer, task), remove: isClose };
}

/** Those who are to know when it changes: they see it all, whatever their team. */
export function concernedBy({ creatorId, assigneeId, watcherIds }: TaskScope): string[] {
  return [...new Set([creatorId, ...(assigneeId === null ? [] : [assigneeId]), ...watcherIds])];
}

const LONG_PARTS = ['description', 'checklistItems', 'files'];
const PLACE_ONLY = new Set(['rank', 'version', 'updatedAt']);

/** Whether an event tells of more than another place among the tasks. */
export function isNews({ was, ...data }: TaskEventData): boolean {
  if (was === null || LONG_PARTS.some((name) => name in data)) return true;
  return Object.keys(was).some((name) => !PLACE_ONLY.has(name));
}

/** At delivery: of a task itself, of something that hangs on one, or of what somebody has seen. */
export function seesTask(viewer: Person, data: TaskScoped): boolean {
  if ('userId' in data) return viewer.id === data.userId;
  return canSeeTask(viewer, 'scope' in data ? data.scope : data);
}
