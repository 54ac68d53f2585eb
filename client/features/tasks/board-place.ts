// Where a card on its way goes: its neighbours there, and the rank it will most likely get.
import { generateKeyBetween } from 'fractional-indexing';
import type { TaskItem, TaskStatus } from '#server/tasks/tasks.schema.ts';
import type { BoardColumns } from './tasks.search.ts';
import type { Place } from './use-task-acts.ts';

/** `at`: among the other cards of the column, 0 = above all. */
export type Target = { columnId: string; at: number };

export type Column = {
  id: string;
  /** A status, or a person's id; null = nobody. */
  key: string | null;
  title: string;
  /** All there are, loaded or not; null until it is known. */
  count: number | null;
};

/** Null when it stays where it is. */
export function placeAt(
  task: TaskItem,
  into: { by: BoardColumns; column: Column; at: number; tasks: readonly TaskItem[] },
): Place | null {
  const { by, column, at, tasks } = into;
  const others = tasks.filter(({ id }) => id !== task.id);
  const from = tasks.findIndex(({ id }) => id === task.id);
  if (from === at) return null;
  const above = others[at - 1];
  const below = others[at];
  const rank = keyBetween(above?.rank ?? null, below?.rank ?? null);
  const change =
    by === 'status' ? { status: column.key as TaskStatus } : { assigneeId: column.key };
  if (above !== undefined) return { ...change, afterId: above.id, rank };
  return below === undefined ? { ...change, rank } : { ...change, beforeId: below.id, rank };
}

export function columnKeyOf(task: TaskItem, by: BoardColumns): string | null {
  return by === 'status' ? task.status : task.assigneeId;
}

/** Where it was, for a move that made it `version`. */
export function placeBack({ rank, ...task }: TaskItem, by: BoardColumns, version: number): Place {
  const { status, assigneeId } = task;
  return { ...(by === 'status' ? { status } : { assigneeId }), rank, back: { rank, version } };
}

/** A card that is still on its way to the server has no rank yet. */
function keyBetween(above: string | null, below: string | null): string {
  const low = above === '' ? null : above;
  const high = below === '' ? null : below;
  return low !== null && high !== null && low >= high ? low : generateKeyBetween(low, high);
}

/** The place under a pointer: above the first card whose middle is below it. */
export function placeUnder(column: Element, y: number, carriedId: string): number {
  let last = -1;
  for (const card of column.querySelectorAll<HTMLElement>('[data-at]')) {
    const at = Number(card.dataset['at']);
    if (card.dataset['card'] === carriedId) continue;
    const { top, bottom } = card.getBoundingClientRect();
    if (y < (top + bottom) / 2) return at;
    last = Math.max(last, at);
  }
  return last + 1;
}
