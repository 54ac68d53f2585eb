// What people do with tasks: shown at once, sent to the server, put back if it is refused.
import { newId } from '#client/api/new-id.ts';
import { trpc } from '#client/api/trpc.ts';
import { useAct } from '#client/live/use-act.ts';
import { useText } from '#client/i18n/use-text.ts';
import { toastDone } from '#client/ui/toasts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { BulkPatch } from '#server/tasks/tasks.bulk.schema.ts';
import type {
  NewTaskLink,
  TaskComment,
  TaskDetail,
  TaskItem,
  TaskPatch,
  TaskStatus,
} from '#server/tasks/tasks.schema.ts';
import { blank, changed, patched } from './foreseen-task.ts';

/** What a new task needs; the rest is as the server has it by default. */
export type NewTask = Pick<TaskItem, 'title' | 'teamId'> &
  Partial<Pick<TaskItem, 'status' | 'priority' | 'assigneeId' | 'dueOn' | 'dueAt' | 'labels'>> & {
    description?: string;
    links?: NewTaskLink[];
  };

export type NewComment = Pick<TaskComment, 'body' | 'mentionIds' | 'files'>;

/** Where a card goes: right before or right after another one, or to the end; and what its column makes of it. */
export type Place = {
  status?: TaskStatus;
  assigneeId?: string | null;
  beforeId?: string;
  afterId?: string;
  rank: string;
  /** A move that is undone: the version it had made, and the rank from before. */
  back?: { version: number; rank: string };
};

export function useTaskActs() {
  const viewer = useViewer();
  const act = useAct();
  const { client } = trpc.useUtils();
  const t = useText('task');

  /** Opened again, a repeating task takes back what came next; unless that was touched, which is said. */
  async function sayWhatStays<R extends { keptNextIds: string[] }>(acted: Promise<R>): Promise<R> {
    const result = await acted;
    if (result.keptNextIds.length > 0) toastDone(t('repeat.nextStays'));
    return result;
  }

  function createTask(task: NewTask) {
    const id = newId();
    return act({
      provisional: [changed(patched(blank(id, viewer.id), task))],
      send: (mutationId) => client.tasks.create.mutate({ ...task, id, mutationId }),
    });
  }

  /** `since`: the version the person saw when they began to change it. */
  function updateTask(task: TaskItem, patch: TaskPatch, since = task.version) {
    const acted = act({
      provisional: [changed(patched(task, patch))],
      send: (mutationId) =>
        client.tasks.update.mutate({ id: task.id, version: since, patch, mutationId }),
    });
    return sayWhatStays(acted);
  }

  /** All of them or none. */
  function updateTasks(chosen: readonly TaskItem[], patch: BulkPatch) {
    const ids = chosen.map((task) => task.id);
    const { addLabels = [], removeLabels = [], ...rest } = patch;
    const labelsOf = (task: TaskItem) => [
      ...new Set([...task.labels.filter((label) => !removeLabels.includes(label)), ...addLabels]),
    ];
    const acted = act({
      provisional: chosen.map((task) =>
        changed(patched(task, { ...rest, labels: labelsOf(task) })),
      ),
      send: (mutationId) => client.tasks.bulkUpdate.mutate({ ids, patch, mutationId }),
    });
    return sayWhatStays(acted);
  }

  function moveTask(task: TaskItem, { rank, ...place }: Place) {
    const { status, assigneeId } = place;
    const acted = act({
      provisional: [changed({ ...patched(task, { status, assigneeId }), rank })],
      send: (mutationId) => client.tasks.move.mutate({ id: task.id, ...place, mutationId }),
    });
    return sayWhatStays(acted);
  }

  function duplicateTask({ id }: TaskItem) {
    const copyId = newId();
    return act({
      provisional: [],
      send: (mutationId) => client.tasks.duplicate.mutate({ id, newId: copyId, mutationId }),
    });
  }

  function removeTask(task: TaskItem) {
    return act({
      provisional: [{ feature: 'tasks', kind: 'task.removed', id: task.id, gone: true }],
      send: (mutationId) => client.tasks.remove.mutate({ id: task.id, mutationId }),
    });
  }

  function restoreTask(task: TaskItem) {
    return act({
      provisional: [changed(task)],
      send: (mutationId) => client.tasks.restore.mutate({ id: task.id, mutationId }),
    });
  }

  function attachFiles(task: TaskItem, fileIds: string[]) {
    return act({
      provisional: [],
      send: (mutationId) => client.tasks.attachFiles.mutate({ id: task.id, fileIds, mutationId }),
    });
  }

  function detachFile(task: TaskDetail, fileId: string) {
    const files = task.files.filter((file) => file.id !== fileId);
    return act({
      provisional: [changed({ ...task, files })],
      send: (mutationId) => client.tasks.detachFile.mutate({ id: task.id, fileId, mutationId }),
    });
  }

  function restoreFile(task: TaskItem, fileId: string) {
    return act({
      provisional: [],
      send: (mutationId) => client.tasks.restoreFile.mutate({ id: task.id, fileId, mutationId }),
    });
  }

  function addComment(task: TaskItem, comment: NewComment) {
    const id = newId();
    const { teamId, assigneeId, creatorId, watcherIds } = task;
    const scope = { teamId, assigneeId, creatorId, watcherIds };
    const data = {
      id,
      taskId: task.id,
      authorId: viewer.id,
      ...comment,
      version: 1,
      createdAt: new Date(),
      scope,
    };
    return act({
      provisional: [{ feature: 'tasks', kind: 'comment.posted', id, data }],
      send: (mutationId) =>
        client.tasks.addComment.mutate({
          id,
          taskId: task.id,
          body: comment.body,
          mentionIds: comment.mentionIds,
          fileIds: comment.files.map((file) => file.id),
          mutationId,
        }),
    });
  }

  return {
    createTask,
    updateTask,
    updateTasks,
    moveTask,
    duplicateTask,
    removeTask,
    restoreTask,
    attachFiles,
    detachFile,
    restoreFile,
    addComment,
  };
}
