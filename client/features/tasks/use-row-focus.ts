import { useState } from 'react';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';

type Focus = { id: string | null; place: number };

/** J and K walk through the list; the task that has the focus is the one the other keys are for. */
export function useRowFocus(tasks: readonly TaskItem[]) {
  const [{ id, place }, setFocus] = useState<Focus>({ id: null, place: 0 });
  const [wanted, setWanted] = useState<string | null>(null);
  const at = tasks.findIndex((task) => task.id === id);
  if (at !== -1 && at !== place) setFocus({ id, place: at });
  if (id !== null && at === -1) {
    // What has gone, done or moved away, leaves the keys to the task that came into its place.
    const next = hasFocus(id) ? (tasks[Math.min(place, tasks.length - 1)]?.id ?? null) : null;
    setFocus({ id: next, place });
    setWanted(next);
  }
  function set(next: string | null) {
    const found = tasks.findIndex((task) => task.id === next);
    setFocus({ id: next, place: Math.max(found, 0) });
  }
  function move(by: number): string | null {
    const from = at === -1 && by > 0 ? place - 1 : place;
    const next = tasks[Math.min(Math.max(from + by, 0), tasks.length - 1)]?.id ?? null;
    set(next);
    setWanted(next);
    return next;
  }
  return { id, task: tasks[at], wanted, set, move };
}

/** Still: the row goes once this is drawn. */
function hasFocus(id: string): boolean {
  const row = document.activeElement?.closest('li') ?? null;
  return row !== null && row.querySelector(`[data-task="${id}"]`) !== null;
}
