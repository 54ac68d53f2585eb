// Where a dropped card goes: its neighbours, and the rank it will most likely get.
import { generateKeyBetween } from 'fractional-indexing';
import type { TaskItem, TaskStatus } from '#server/tasks/tasks.schema.ts';
import type { Place } from './use-task-acts.ts';

type Target = {
  status: TaskStatus;
  /** The card it was dropped on; null = on the column itself, below its last card. */
  overId: string | null;
  /** The column's cards, in order. */
  tasks: readonly TaskItem[];
};

/** Null when it stays where it is. */
export function placeAt(task: TaskItem, { status, overId, tasks }: Target): Place | null {
  if (overId === task.id) return null;
  const from = tasks.findIndex(({ id }) => id === task.id);
  const over = tasks.findIndex(({ id }) => id === overId);
  const others = tasks.filter(({ id }) => id !== task.id);
  // Dragged downwards within its column it goes below the card it lies on, otherwise above.
  const isBelow = from !== -1 && over > from;
  const overAt = others.findIndex(({ id }) => id === overId);
  const at = overAt === -1 ? others.length : overAt + (isBelow ? 1 : 0);
  if (from !== -1 && at === from) return null;
  const above = others[at - 1];
  const below = others[at];
  const rank = keyBetween(above?.rank ?? null, below?.rank ?? null);
  if (above !== undefined) return { status, afterId: above.id, rank };
  return below === undefined ? { status, rank } : { status, beforeId: below.id, rank };
}

/** A card that is still on its way to the server has no rank yet. */
function keyBetween(above: string | null, below: string | null): string {
  const low = above === '' ? null : above;
  const high = below === '' ? null : below;
  return low !== null && high !== null && low >= high ? low : generateKeyBetween(low, high);
}
