// Who may see a task and do what with it. Pure; the screens ask the same functions.
import type { TaskScope, TaskScoped } from './tasks.schema.ts';

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

/** At delivery: of a task itself, or of something that hangs on one. */
export function seesTask(viewer: Person, data: TaskScoped): boolean {
  return canSeeTask(viewer, 'scope' in data ? data.scope : data);
}
