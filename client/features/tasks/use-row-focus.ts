import { useState } from 'react';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';

/** J and K walk through the list; the task that has the focus is the one the other keys are for. */
export function useRowFocus(tasks: readonly TaskItem[]) {
  const [id, set] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const at = tasks.findIndex((task) => task.id === id);
  function move(by: number): string | null {
    const next = tasks[Math.min(Math.max(at + by, 0), tasks.length - 1)]?.id ?? null;
    set(next);
    setWanted(next);
    return next;
  }
  return { id, task: tasks[at], wanted, set, move };
}
