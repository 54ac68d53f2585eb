import { useEffect, useRef } from 'react';
import { toastFailed } from '#client/ui/toasts.ts';
import { type Attaching, useUploads } from '#client/ui/use-uploads.ts';
import { useText } from '#client/i18n/use-text.ts';
import type { TaskDetail } from '#server/tasks/tasks.schema.ts';
import { useTaskActs } from './use-task-acts.ts';

/** Files on their way to a task itself: each hangs there as soon as it has arrived. */
export function useTaskFiles(task: TaskDetail): Attaching {
  const t = useText('common');
  const { attachFiles } = useTaskActs();
  const attaching = useUploads(`task-files:${task.id}`);
  const { uploads, uploadsOf } = attaching;
  const tried = useRef(new Set<string>());
  async function attach(fileIds: string[]) {
    for (const id of fileIds) tried.current.add(id);
    try {
      await attachFiles(task, fileIds);
      for (const id of fileIds) uploadsOf.remove(id);
    } catch (error) {
      toastFailed(error, { label: t('retry'), run: () => void attach(fileIds) });
    }
  }
  // Uploads go on while other screens are shown, so what has arrived is looked for, not waited for.
  useEffect(() => {
    const arrived = uploads.flatMap(({ stored }) =>
      stored === null || tried.current.has(stored.id) ? [] : [stored.id],
    );
    if (arrived.length > 0) void attach(arrived);
  });
  return attaching;
}
