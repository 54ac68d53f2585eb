// Comments and changes of a task in one stream, by time. Pure.
import type { TaskChange } from '#server/tasks/tasks.activity.schema.ts';
import type { TaskComment } from '#server/tasks/tasks.schema.ts';

export type StreamItem =
  | { kind: 'comment'; id: string; at: Date; comment: TaskComment }
  | { kind: 'change'; id: string; at: Date; change: TaskChange };

type Loaded<T> = { items: readonly T[]; hasMore: boolean };

/** Oldest first, as far as both are loaded: what comes after that would change its place later. */
export function taskStream(
  comments: Loaded<TaskComment>,
  changes: Loaded<TaskChange>,
): StreamItem[] {
  const said = comments.items.map((comment): StreamItem => {
    return { kind: 'comment', id: comment.id, at: comment.createdAt, comment };
  });
  const done = changes.items.map((change): StreamItem => {
    return { kind: 'change', id: change.id, at: change.at, change };
  });
  const horizonMs = Math.min(endOf(said, comments.hasMore), endOf(done, changes.hasMore));
  return [...said, ...done]
    .filter((item) => item.at.getTime() <= horizonMs)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
}

function endOf(items: readonly StreamItem[], hasMore: boolean): number {
  return hasMore ? (items.at(-1)?.at.getTime() ?? 0) : Number.POSITIVE_INFINITY;
}
