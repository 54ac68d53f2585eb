// What an event does to an answer about tasks. Pure; held against fresh answers in tests/live/consistency.
import type { AnswerOf, LiveHandlers } from '#client/live/live-types.ts';
import { changePage, type Stretch } from '#client/live/pages.ts';
import { PAGE_DEFAULT } from '#server/atoms.schema.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';
import { groupKeyOf, regrouped } from '#server/tasks/tasks.groups.schema.ts';
import {
  compareTaskKeys,
  decodeTaskCursor,
  matchesTaskFilter,
  type TaskKey,
  taskKey,
} from '#server/tasks/tasks.order.schema.ts';
import { canSeeTask } from '#server/tasks/tasks.policy.ts';
import type {
  CommentEventData,
  ListTasksInput,
  TaskComment,
  TaskEventData,
  TaskItem,
  TaskSort,
} from '#server/tasks/tasks.schema.ts';

type TaskPaths = 'tasks.list' | 'tasks.groups' | 'tasks.get' | 'tasks.comments' | 'tasks.activity';

export const tasksLive: Pick<LiveHandlers, TaskPaths> = {
  'tasks.list': (page, event, { input, viewer, now }) => {
    const filter: ListTasksInput = {
      ...input,
      sort: input?.sort ?? 'rank',
      limit: input?.limit ?? PAGE_DEFAULT,
    };
    if (event.kind === 'day.began') return filter.overdue === true ? 'ask again' : page;
    if (!isTaskEvent(event)) return page;
    const row = event.gone ? null : itemOf(event.data as TaskEventData);
    return changePage(page, {
      id: event.id,
      version: event.version,
      row:
        row !== null && matchesTaskFilter(row, filter, { viewerId: viewer.id, now }) ? row : null,
      keyOf: (task) => taskKey(task, filter.sort),
      compare: compareTaskKeys,
      stretch: stretchOf(filter.cursor, page.nextCursor, filter.sort),
    });
  },

  'tasks.groups': (answer, event, { input, viewer, now }) => {
    if (event.kind === 'day.began') return 'ask again';
    if (!isTaskEvent(event)) return answer;
    // A removal does not say what it was, and neither does what this screen foresees.
    if (event.gone || (event.data as Partial<TaskEventData>).was === undefined) return 'ask again';
    const is = itemOf(event.data as TaskEventData);
    const { was } = event.data as TaskEventData;
    const groupOf = (task: TaskItem) =>
      canSeeTask(viewer, task) && matchesTaskFilter(task, input, { viewerId: viewer.id, now })
        ? groupKeyOf(task, input.by, answer.day)
        : undefined;
    return regrouped(answer, was === null ? undefined : groupOf({ ...is, ...was }), groupOf(is));
  },

  'tasks.get': (answer, event, { input }) => {
    if (event.kind === 'promotion.removed') return withoutPromotion(answer, event.id);
    if (!isTaskEvent(event) || event.id !== input.id || event.version <= answer.item.version)
      return answer;
    if (event.gone) return 'ask again';
    const { was: _was, ...item } = event.data as TaskEventData;
    return { ...answer, item: { ...answer.item, ...item } };
  },

  'tasks.comments': (page, event, { input }) => {
    if (event.kind !== 'comment.posted' || event.gone) return page;
    const { scope: _scope, ...comment } = event.data as CommentEventData;
    if (comment.taskId !== input.taskId) return page;
    return changePage(page, {
      id: comment.id,
      version: comment.version,
      row: comment,
      keyOf: commentKey,
      compare: compareTaskKeys,
      stretch: stretchOf(input.cursor, page.nextCursor, 'due'),
    });
  },

  // Events say what a task is, not what it was.
  'tasks.activity': (page, event, { input }) =>
    isTaskEvent(event) && event.id === input.taskId ? 'ask again' : page,
};

/** What a task came from is shown as long as it is there. */
function withoutPromotion(answer: AnswerOf<'tasks.get'>, id: string): AnswerOf<'tasks.get'> {
  const links = answer.item.links.filter((link) => link.kind !== 'promotion' || link.id !== id);
  if (links.length === answer.item.links.length) return answer;
  return { ...answer, item: { ...answer.item, links } };
}

function isTaskEvent(event: ChangeEvent): boolean {
  const { feature, kind } = event;
  return feature === 'tasks' && kind.startsWith('task.') && kind !== 'task.seen';
}

/** An event may carry the long parts; a list does not hold them. */
function itemOf({
  description: _description,
  checklistItems: _items,
  files: _files,
  was: _was,
  ...item
}: TaskEventData): TaskItem {
  return item;
}

function commentKey(comment: TaskComment): TaskKey {
  return [comment.createdAt.getTime(), comment.id];
}

function stretchOf(from: string | undefined, to: string | null, sort: TaskSort): Stretch<TaskKey> {
  return {
    from: from === undefined ? null : (decodeTaskCursor(from, sort) ?? null),
    to: to === null ? null : (decodeTaskCursor(to, sort) ?? null),
  };
}
