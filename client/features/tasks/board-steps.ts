import type { TaskItem } from '#server/tasks/tasks.schema.ts';

/** The card beside the one that has the focus; the first one when none has. Null at the edge. */
export function besideOnBoard(
  lists: readonly (readonly TaskItem[])[],
  way: 'up' | 'down' | 'left' | 'right',
  fromId: string | null,
): string | null {
  const column = lists.findIndex((tasks) => tasks.some(({ id }) => id === fromId));
  if (column === -1) return lists.find((tasks) => tasks.length > 0)?.[0]?.id ?? null;
  const at = (lists[column] ?? []).findIndex(({ id }) => id === fromId);
  if (way === 'up' || way === 'down')
    return lists[column]?.[at + (way === 'down' ? 1 : -1)]?.id ?? null;
  const others = way === 'right' ? lists.slice(column + 1) : lists.slice(0, column).toReversed();
  const next = others.find((tasks) => tasks.length > 0);
  return next?.[Math.min(at, next.length - 1)]?.id ?? null;
}
