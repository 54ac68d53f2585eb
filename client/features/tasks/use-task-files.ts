import { type Failed, useArrivedFiles } from '#client/ui/use-arrived-files.ts';
import type { FileActs } from '#client/ui/take-away.tsx';
import { type Attaching, useUploads } from '#client/ui/use-uploads.ts';
import type { TaskDetail } from '#server/tasks/tasks.schema.ts';
import { useTaskActs } from './use-task-acts.ts';

export type TaskFilesDesk = { attaching: Attaching; failed: Failed | null; acts: FileActs };

/** Files of a task itself: on their way there, and what can be done with those that are there. */
export function useTaskFiles(task: TaskDetail): TaskFilesDesk {
  const { attachFiles, detachFile, restoreFile } = useTaskActs();
  const attaching = useUploads(`task-files:${task.id}`);
  const failed = useArrivedFiles(attaching.uploadsOf, (fileIds) => attachFiles(task, fileIds));
  const acts = {
    detach: (fileId: string) => detachFile(task, fileId),
    restore: (fileId: string) => restoreFile(task, fileId),
  };
  return { attaching, failed, acts };
}
