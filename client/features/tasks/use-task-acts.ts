// What people do with tasks: shown at once, sent to the server, put back if it is refused.
import { newId } from '#client/api/new-id.ts';
import { trpc } from '#client/api/trpc.ts';
import { useAct } from '#client/live/use-act.ts';
import type { Provisional } from '#client/live/pending-acts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { seoulDay } from '#server/seoul.schema.ts';
import type { BulkPatch } from '#server/tasks/tasks.bulk.schema.ts';
import type {
  NewTaskLink,
  TaskComment,
  TaskDetail,
  TaskItem,
  TaskPatch,
  TaskStatus,
} from '#server/tasks/tasks.schema.ts';

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
};

export function useTaskActs() {
  const viewer = useViewer();
  const act = useAct();
  const { client } = trpc.useUtils();

  function createTask(task: NewTask) {
    const id = newId();
    return act({
      provisional: [changed(patched(blank(id, viewer.id), task))],
      send: (mutationId) => client.tasks.create.mutate({ ...task, id, mutationId }),
    });
  }

  /** `since`: the version the person saw when they began to change it. */
  function updateTask(task: TaskItem, patch: TaskPatch, since = task.version) {
    return act({
      provisional: [changed(patched(task, patch))],
      send: (mutationId) =>
        client.tasks.update.mutate({ id: task.id, version: since, patch, mutationId }),
    });
  }

  /** All of them or none. */
  function updateTasks(chosen: readonly TaskItem[], patch: BulkPatch) {
    const ids = chosen.map((task) => task.id);
    const { addLabels = [], removeLabels = [], ...rest } = patch;
    const labelsOf = (task: TaskItem) => [
      ...new Set([...task.labels.filter((label) => !removeLabels.includes(label)), ...addLabels]),
    ];
    return act({
      provisional: chosen.map((task) =>
        changed(patched(task, { ...rest, labels: labelsOf(task) })),
      ),
      send: (mutationId) => client.tasks.bulkUpdate.mutate({ ids, patch, mutationId }),
    });
  }

  function moveTask(task: TaskItem, { rank, ...place }: Place) {
    return act({
      provisional: [changed({ ...patched(task, changeOf(place)), rank })],
      send: (mutationId) => client.tasks.move.mutate({ id: task.id, ...place, mutationId }),
    });
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
    addComment,
  };
}

function changeOf({ status, assigneeId }: Omit<Place, 'rank'>): TaskPatch {
  return { status, assigneeId };
}

type Shown = TaskItem & Partial<Pick<TaskDetail, 'description' | 'checklistItems' | 'files'>>;

function changed(data: Shown): Provisional {
  return { feature: 'tasks', kind: 'task.changed', id: data.id, data };
}

/** The same as the server will make of it. */
function patched(task: TaskItem, patch: TaskPatch): Shown {
  const given = Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  );
  const next: Shown = { ...task, ...given };
  if (patch.dueAt instanceof Date) next.dueOn = seoulDay(patch.dueAt);
  else if (patch.dueOn !== undefined || patch.dueAt === null) next.dueAt = null;
  if (patch.status !== undefined)
    next.doneAt = patch.status === 'done' ? (task.doneAt ?? new Date()) : null;
  const { checklistItems } = next;
  if (checklistItems !== undefined)
    next.checklist = {
      total: checklistItems.length,
      done: checklistItems.filter((item) => item.isDone).length,
    };
  return next;
}

function blank(id: string, creatorId: string): TaskItem {
  const now = new Date();
  return {
    id,
    title: '',
    status: 'todo',
    priority: 'normal',
    teamId: '',
    assigneeId: null,
    creatorId,
    watcherIds: [],
    labels: [],
    dueOn: null,
    dueAt: null,
    repeat: null,
    repeatFrom: 'due',
    rank: '',
    commentCount: 0,
    checklist: { done: 0, total: 0 },
    version: 0,
    createdAt: now,
    updatedAt: now,
    doneAt: null,
  };
}
