import { feed } from '../live/feed.ts';
import { onChangeInput } from '../live/live.schema.ts';
import { router, staffProcedure } from '../trpc.ts';
import { listActivity } from './tasks.activity.ts';
import { bulkUpdateInput } from './tasks.bulk.schema.ts';
import { bulkUpdateTasks } from './tasks.bulk.ts';
import { addComment } from './tasks.comments.ts';
import { groupTasks } from './tasks.groups.ts';
import { groupTasksInput } from './tasks.groups.schema.ts';
import { duplicateTask } from './tasks.duplicate.ts';
import { attachToTask, detachFromTask, restoreOnTask } from './tasks.files.ts';
import { countTasksInput } from './tasks.counts.schema.ts';
import { countTasks } from './tasks.counts.ts';
import { listTasks } from './tasks.list.ts';
import { moveTask } from './tasks.move.ts';
import { getTask, listComments } from './tasks.read.ts';
import {
  addCommentInput,
  attachToTaskInput,
  commentsInput,
  createTaskInput,
  duplicateTaskInput,
  fileOfTaskInput,
  listTasksInput,
  moveTaskInput,
  removeTaskInput,
  taskIdInput,
  updateTaskInput,
} from './tasks.schema.ts';
import { createTask, updateTask } from './tasks.service.ts';
import { trashInput } from './tasks.trash.schema.ts';
import { listTrash, removeTask, restoreTask } from './tasks.trash.ts';
import { markSeenInput } from './tasks.unseen.schema.ts';
import { listUnseen, markSeen } from './tasks.unseen.ts';

export const tasksRouter = router({
  list: staffProcedure
    .input(listTasksInput)
    .query(({ ctx, input }) => listTasks(ctx.deps, ctx.viewer, input)),
  groups: staffProcedure
    .input(groupTasksInput)
    .query(({ ctx, input }) => groupTasks(ctx.deps, ctx.viewer, input)),
  counts: staffProcedure
    .input(countTasksInput)
    .query(({ ctx, input }) => countTasks(ctx.deps, ctx.viewer, input)),
  get: staffProcedure
    .input(taskIdInput)
    .query(({ ctx, input }) => getTask(ctx.deps, ctx.viewer, input)),
  create: staffProcedure
    .input(createTaskInput)
    .mutation(({ ctx, input }) => createTask(ctx.deps, ctx.viewer, input)),
  update: staffProcedure
    .input(updateTaskInput)
    .mutation(({ ctx, input }) => updateTask(ctx.deps, ctx.viewer, input)),
  bulkUpdate: staffProcedure
    .input(bulkUpdateInput)
    .mutation(({ ctx, input }) => bulkUpdateTasks(ctx.deps, ctx.viewer, input)),
  move: staffProcedure
    .input(moveTaskInput)
    .mutation(({ ctx, input }) => moveTask(ctx.deps, ctx.viewer, input)),
  duplicate: staffProcedure
    .input(duplicateTaskInput)
    .mutation(({ ctx, input }) => duplicateTask(ctx.deps, ctx.viewer, input)),
  remove: staffProcedure
    .input(removeTaskInput)
    .mutation(({ ctx, input }) => removeTask(ctx.deps, ctx.viewer, input)),
  restore: staffProcedure
    .input(removeTaskInput)
    .mutation(({ ctx, input }) => restoreTask(ctx.deps, ctx.viewer, input)),
  attachFiles: staffProcedure
    .input(attachToTaskInput)
    .mutation(({ ctx, input }) => attachToTask(ctx.deps, ctx.viewer, input)),
  detachFile: staffProcedure
    .input(fileOfTaskInput)
    .mutation(({ ctx, input }) => detachFromTask(ctx.deps, ctx.viewer, input)),
  restoreFile: staffProcedure
    .input(fileOfTaskInput)
    .mutation(({ ctx, input }) => restoreOnTask(ctx.deps, ctx.viewer, input)),
  trash: staffProcedure
    .input(trashInput)
    .query(({ ctx, input }) => listTrash(ctx.deps, ctx.viewer, input)),
  unseen: staffProcedure.query(({ ctx }) => listUnseen(ctx.deps, ctx.viewer)),
  markSeen: staffProcedure
    .input(markSeenInput)
    .mutation(({ ctx, input }) => markSeen(ctx.deps, ctx.viewer, input)),
  comments: staffProcedure
    .input(commentsInput)
    .query(({ ctx, input }) => listComments(ctx.deps, ctx.viewer, input)),
  addComment: staffProcedure
    .input(addCommentInput)
    .mutation(({ ctx, input }) => addComment(ctx.deps, ctx.viewer, input)),
  activity: staffProcedure
    .input(commentsInput)
    .query(({ ctx, input }) => listActivity(ctx.deps, ctx.viewer, input)),
  onChange: staffProcedure
    .input(onChangeInput)
    .subscription(({ ctx, input, signal }) => feed(ctx, { features: ['tasks'], input, signal })),
});
