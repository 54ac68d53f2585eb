// Tasks on the wire: limits, inputs, shapes.
import * as z from 'zod/mini';
import {
  cursor,
  day,
  id,
  instant,
  limit,
  mutationId,
  optionalText,
  REPEAT_MAX,
  text,
} from '../atoms.schema.ts';
import { type AttachedFile, fileIds, FILES_MAX } from '../files/files.schema.ts';
import { rank } from './tasks.rank.schema.ts';
import type { TaskSeenData } from './tasks.unseen.schema.ts';

export const TASK_TITLE_MAX = 200;
export const TASK_DESCRIPTION_MAX = 20_000;
export const TASK_COMMENT_MAX = 4_000;
export const TASK_LABEL_MAX = 40;
export const TASK_LABELS_MAX = 20;
const TASK_WATCHERS_MAX = 100;
const TASK_MENTIONS_MAX = 50;
export const TASK_CHECKLIST_MAX = 100;
const TASK_LINKS_MAX = 10;
/** On one task, beside those of its comments. */
export const TASK_FILES_MAX = 50;

export const TASK_STATUSES = ['todo', 'doing', 'done'] as const;
export const TASK_PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export const TASK_SORTS = ['rank', 'due', 'updated', 'created', 'priority'] as const;

export type TaskStatus = (typeof TASK_STATUSES)[number];
export type TaskPriority = (typeof TASK_PRIORITIES)[number];
export type TaskSort = (typeof TASK_SORTS)[number];

/** What decides who may see a task. */
export type TaskScope = {
  teamId: string;
  assigneeId: string | null;
  creatorId: string;
  watcherIds: string[];
};

export type TaskItem = TaskScope & {
  id: string;
  title: string;
  status: TaskStatus;
  priority: TaskPriority;
  labels: string[];
  /** Set whenever it has a date: the Seoul day it is due; `dueAt` too when it is due at a moment of that day. */
  dueOn: string | null;
  dueAt: Date | null;
  /** An RRULE: when it is done, the next one is made, counted from its due day or from the day it was done. */
  repeat: string | null;
  repeatFrom: 'due' | 'done';
  rank: string;
  commentCount: number;
  checklist: { done: number; total: number };
  version: number;
  createdAt: Date;
  updatedAt: Date;
  doneAt: Date | null;
};

export type ChecklistItem = { id: string; title: string; isDone: boolean };
/** What a task came from; of a message also where it stands. */
export type TaskLink =
  | { kind: 'message'; id: string; roomId: string; no: number }
  | { kind: 'promotion'; id: string };
export type NewTaskLink = Pick<TaskLink, 'kind' | 'id'>;
export type TaskDetail = TaskItem & {
  description: string;
  checklistItems: ChecklistItem[];
  /** The first hung up first. */
  files: AttachedFile[];
  /** Only those whose target the viewer sees. */
  links: TaskLink[];
};
export type TaskComment = {
  id: string;
  taskId: string;
  authorId: string;
  body: string;
  mentionIds: string[];
  files: AttachedFile[];
  version: number;
  createdAt: Date;
};

/**
 * `task.*` events carry the item (and the long parts if they changed), `comment.posted` the comment and the task's scope.
 * `was`: those parts of the item that were different before; null: it was not there.
 */
export type TaskEventData = TaskItem &
  Partial<Pick<TaskDetail, 'description' | 'checklistItems' | 'files'>> & {
    was: Partial<TaskItem> | null;
  };
export type CommentEventData = TaskComment & { scope: TaskScope };
export type TaskScoped = TaskEventData | CommentEventData | TaskSeenData;

const status = z.enum(TASK_STATUSES, { error: `must be one of ${TASK_STATUSES.join(', ')}` });
const priority = z.enum(TASK_PRIORITIES, { error: `must be one of ${TASK_PRIORITIES.join(', ')}` });
const repeat = z.nullable(text(REPEAT_MAX));
const repeatFrom = z.enum(['due', 'done']);
const labels = z.array(text(TASK_LABEL_MAX)).check(z.maxLength(TASK_LABELS_MAX));
const watcherIds = z.array(id).check(z.maxLength(TASK_WATCHERS_MAX));
const checklistItems = z
  .array(z.object({ id, title: text(TASK_TITLE_MAX), isDone: z.boolean() }))
  .check(z.maxLength(TASK_CHECKLIST_MAX));
const links = z
  .array(z.object({ kind: z.enum(['message', 'promotion']), id }))
  .check(z.maxLength(TASK_LINKS_MAX));

export const taskFilter = z.object({
  teamId: z.optional(id),
  status: z.optional(z.array(status).check(z.maxLength(TASK_STATUSES.length))),
  assigneeId: z.optional(id),
  unassigned: z.optional(z.boolean()),
  mine: z.optional(z.boolean()),
  watching: z.optional(z.boolean()),
  label: z.optional(text(TASK_LABEL_MAX)),
  dueFrom: z.optional(day),
  dueTo: z.optional(day),
  noDue: z.optional(z.boolean()),
  overdue: z.optional(z.boolean()),
  text: z.optional(text(TASK_TITLE_MAX)),
});

export const listTasksInput = z._default(
  z.extend(taskFilter, {
    sort: z._default(z.enum(TASK_SORTS), 'rank'),
    cursor,
    limit,
  }),
  { sort: 'rank', limit: 50 },
);

export const taskIdInput = z.object({ id });

export const createTaskInput = z.object({
  id,
  title: text(TASK_TITLE_MAX),
  teamId: id,
  description: z._default(optionalText(TASK_DESCRIPTION_MAX), ''),
  status: z._default(status, 'todo'),
  priority: z._default(priority, 'normal'),
  assigneeId: z._default(z.nullable(id), null),
  dueOn: z._default(z.nullable(day), null),
  dueAt: z._default(z.nullable(instant), null),
  repeat: z._default(repeat, null),
  repeatFrom: z._default(repeatFrom, 'due'),
  labels: z._default(labels, []),
  watcherIds: z._default(watcherIds, []),
  links: z._default(links, []),
  mutationId,
});

const taskPatch = z
  .object({
    title: z.optional(text(TASK_TITLE_MAX)),
    description: z.optional(optionalText(TASK_DESCRIPTION_MAX)),
    status: z.optional(status),
    priority: z.optional(priority),
    teamId: z.optional(id),
    assigneeId: z.optional(z.nullable(id)),
    dueOn: z.optional(z.nullable(day)),
    dueAt: z.optional(z.nullable(instant)),
    repeat: z.optional(repeat),
    repeatFrom: z.optional(repeatFrom),
    labels: z.optional(labels),
    watcherIds: z.optional(watcherIds),
    checklistItems: z.optional(checklistItems),
  })
  .check(z.refine((patch) => Object.keys(patch).length > 0, { error: 'must change something' }));

/** `version` is that of the row the patch was made from: a field somebody else changed since then is a conflict. */
export const updateTaskInput = z.object({
  id,
  version: z.int().check(z.gte(1)),
  patch: taskPatch,
  mutationId,
});

/**
 * Goes before `beforeId` or after `afterId` (both: between them); neither = to the end. The column it comes to says its
 * status or who has it; what is not given stays as it is. `back` undoes a move: it returns to the rank it had, unless it
 * was moved once more after `version`, the one that the move made.
 */
export const moveTaskInput = z.object({
  id,
  status: z.optional(status),
  assigneeId: z.optional(z.nullable(id)),
  beforeId: z.optional(z.nullable(id)),
  afterId: z.optional(z.nullable(id)),
  back: z.optional(z.object({ rank, version: z.int().check(z.gte(1)) })),
  mutationId,
});

export const duplicateTaskInput = z.object({ id, newId: id, mutationId });
export const removeTaskInput = z.object({ id, mutationId });
/** Files of the sender's own that hang nowhere yet. */
export const attachToTaskInput = z.object({
  id,
  fileIds: z.array(id).check(z.minLength(1), z.maxLength(FILES_MAX)),
  mutationId,
});
/** One that hangs there, or one that was taken off. */
export const fileOfTaskInput = z.object({ id, fileId: id, mutationId });
export const commentsInput = z.object({ taskId: id, cursor, limit });
/** Files may speak for themselves. */
export const addCommentInput = z
  .object({
    id,
    taskId: id,
    body: optionalText(TASK_COMMENT_MAX),
    mentionIds: z._default(z.array(id).check(z.maxLength(TASK_MENTIONS_MAX)), []),
    fileIds,
    mutationId,
  })
  .check(
    z.refine((input) => input.body !== '' || input.fileIds.length > 0, {
      path: ['body'],
      error: 'must not be empty',
    }),
  );

export type TaskFilter = z.infer<typeof taskFilter>;
export type ListTasksInput = z.infer<typeof listTasksInput>;
export type CreateTaskInput = z.infer<typeof createTaskInput>;
export type TaskPatch = z.infer<typeof taskPatch>;
export type UpdateTaskInput = z.infer<typeof updateTaskInput>;
export type MoveTaskInput = z.infer<typeof moveTaskInput>;
export type DuplicateTaskInput = z.infer<typeof duplicateTaskInput>;
export type RemoveTaskInput = z.infer<typeof removeTaskInput>;
export type AttachToTaskInput = z.infer<typeof attachToTaskInput>;
export type FileOfTaskInput = z.infer<typeof fileOfTaskInput>;
export type CommentsInput = z.infer<typeof commentsInput>;
export type AddCommentInput = z.infer<typeof addCommentInput>;
