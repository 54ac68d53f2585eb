import { bool, day, id, index, instant, int, json, oneOf, primaryKey, table, text } from './kit.ts';
import type { AttachedFile } from './files.ts';
import { people, teams } from './people.ts';

/**
 * `watcherIds`, `labels` and the counts repeat the child tables, so that a list is one statement. `searchKey`: the title
 * as search everywhere compares it; null until a start has filled it.
 */
export const tasks = table(
  'tasks',
  {
    id: id().primaryKey(),
    title: text().notNull(),
    /** The title as search compares it: lower case. */
    titleFold: text().notNull(),
    description: text().notNull(),
    status: oneOf(['todo', 'doing', 'done']).notNull(),
    priority: oneOf(['low', 'normal', 'high', 'urgent']).notNull(),
    teamId: id()
      .notNull()
      .references(() => teams.id),
    assigneeId: id().references(() => people.id),
    creatorId: id()
      .notNull()
      .references(() => people.id),
    watcherIds: json<string[]>().notNull(),
    labels: json<string[]>().notNull(),
    dueOn: day(),
    dueAt: instant(),
    /** When it is late, for sorting and "overdue": `dueAt`, or the end of `dueOn` in Seoul; far away = no date. */
    dueBy: instant().notNull(),
    rank: text().notNull(),
    commentCount: int().notNull(),
    checklistTotal: int().notNull(),
    checklistDone: int().notNull(),
    version: int().notNull(),
    fieldVersions: json<Record<string, number>>().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    doneAt: instant(),
    /** An RRULE; what comes next is made when this one is done, counted from its due day or from the day it was done. */
    repeat: text(),
    repeatFrom: oneOf(['due', 'done']).notNull().default('due'),
    searchKey: text(),
    removedAt: instant(),
    removedById: id().references(() => people.id),
  },
  (t) => [
    index('tasks_team').on(t.teamId, t.removedAt, t.rank),
    index('tasks_assignee').on(t.assigneeId, t.removedAt, t.status),
    index('tasks_creator').on(t.creatorId, t.removedAt),
    index('tasks_rank').on(t.removedAt, t.rank, t.id),
    index('tasks_due').on(t.removedAt, t.dueBy, t.id),
    index('tasks_updated').on(t.removedAt, t.updatedAt, t.id),
    index('tasks_created').on(t.removedAt, t.createdAt, t.id),
  ],
);

export const taskWatchers = table(
  'task_watchers',
  {
    taskId: id()
      .notNull()
      .references(() => tasks.id, { onDelete: 'cascade' }),
    userId: id()
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.userId] }),
    index('task_watchers_user').on(t.userId, t.taskId),
  ],
);

/** Tasks somebody else changed since this person looked. */
export const taskUnseen = table(
  'task_unseen',
  {
    userId: id()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    taskId: id()
      .notNull()
      .references(() => tasks.id, { onDelete: 'cascade' }),
    since: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.taskId] }),
    index('task_unseen_newest').on(t.userId, t.since, t.taskId),
    index('task_unseen_task').on(t.taskId),
  ],
);

export const taskLabels = table(
  'task_labels',
  {
    taskId: id()
      .notNull()
      .references(() => tasks.id, { onDelete: 'cascade' }),
    label: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.label] }),
    index('task_labels_label').on(t.label, t.taskId),
  ],
);

export const taskChecklist = table(
  'task_checklist',
  {
    id: id().primaryKey(),
    taskId: id()
      .notNull()
      .references(() => tasks.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    isDone: bool().notNull(),
    position: int().notNull(),
  },
  (t) => [index('task_checklist_task').on(t.taskId, t.position, t.id)],
);

export const taskComments = table(
  'task_comments',
  {
    id: id().primaryKey(),
    taskId: id()
      .notNull()
      .references(() => tasks.id, { onDelete: 'cascade' }),
    authorId: id()
      .notNull()
      .references(() => people.id),
    body: text().notNull(),
    mentionIds: json<string[]>().notNull().default([]),
    files: json<AttachedFile[]>().notNull().default([]),
    version: int().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index('task_comments_task').on(t.taskId, t.createdAt, t.id)],
);

/** What a task came from: a message or a promotion. Shown only to those who may see that too. */
export const taskLinks = table(
  'task_links',
  {
    taskId: id()
      .notNull()
      .references(() => tasks.id, { onDelete: 'cascade' }),
    kind: oneOf(['message', 'promotion']).notNull(),
    targetId: id().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.kind, t.targetId] }),
    index('task_links_target').on(t.kind, t.targetId),
  ],
);

/** One row per field somebody changed: what it was, what it is. */
export const taskActivity = table(
  'task_activity',
  {
    id: id().primaryKey(),
    taskId: id()
      .notNull()
      .references(() => tasks.id, { onDelete: 'cascade' }),
    actorId: id()
      .notNull()
      .references(() => people.id),
    field: text().notNull(),
    before: json<unknown>(),
    after: json<unknown>(),
    at: instant().notNull(),
  },
  (t) => [index('task_activity_task').on(t.taskId, t.at, t.id)],
);
