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

  async function saveOver(base: TaskDetail, patch: TaskPatch): Promise<void> {
    try {
      await updateTask(base, patch);
      setConflict(null);
    } catch (error) {
      const [field] = Object.keys(patch) as Field[];
      const current = currentOf(error);
      if (current === null || field === undefined) throw error;
      setConflict({ field, mine: patch, current });
    }
  }

  return {
    save: (patch: TaskPatch) => saveOver(task, patch),
    conflict,
    keepTheirs: () => setConflict(null),
    useMine: () =>
      conflict === null ? Promise.resolve() : saveOver(conflict.current, conflict.mine),
  };
}

function currentOf(error: unknown): TaskDetail | null {
  if (errorReason(error) !== 'field_conflict' || !(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'current' in data
    ? (data.current as TaskDetail)
    : null;
}
