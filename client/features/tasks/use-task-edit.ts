import { TRPCClientError } from '@trpc/client';
import { useState } from 'react';
import { errorReason } from '#client/ui/error-message.ts';
import type { TaskDetail, TaskPatch } from '#server/tasks/tasks.schema.ts';
import { useTaskActs } from './use-task-acts.ts';

type Field = keyof TaskPatch;

/** Somebody else changed the same field to something else meanwhile: theirs is stored, mine waits for a decision. */
export type Conflict = { field: Field; mine: TaskPatch; current: TaskDetail };

/** Saves single fields; only a change of the very same field has to be decided by the person. */
export function useTaskEdit(task: TaskDetail) {
  const { updateTask } = useTaskActs();
  const [conflict, setConflict] = useState<Conflict | null>(null);

  /** `since`: its version when the person began. */
  async function save(patch: TaskPatch, since = task.version): Promise<void> {
    try {
      await updateTask(task, patch, since);
      setConflict(null);
    } catch (error) {
      const [field] = Object.keys(patch) as Field[];
      const current = currentOf(error);
      if (current === null || field === undefined) throw error;
      setConflict({ field, mine: patch, current });
    }
  }

  return {
    save,
    conflict,
    keepTheirs: () => setConflict(null),
    takeMine: () =>
      conflict === null ? Promise.resolve() : save(conflict.mine, conflict.current.version),
  };
}

function currentOf(error: unknown): TaskDetail | null {
  if (errorReason(error) !== 'field_conflict' || !(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'current' in data
    ? (data.current as TaskDetail)
    : null;
}
