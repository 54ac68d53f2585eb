import { feed } from '../live/feed.ts';
import { onChangeInput } from '../live/live.schema.ts';
import { router, staffProcedure } from '../trpc.ts';
import { reminderBanner } from './reminders.banner.ts';
import { completeReminder, reopenReminder } from './reminders.complete.ts';
import { getReminder, listReminders } from './reminders.read.ts';
import { removeReminder, restoreReminder } from './reminders.remove.ts';
import {
  completeReminderInput,
  createReminderInput,
  listRemindersInput,
  reminderIdInput,
  removeReminderInput,
  reopenReminderInput,
  restoreReminderInput,
  snoozeReminderInput,
  updateReminderInput,
} from './reminders.schema.ts';
import { createReminder, updateReminder } from './reminders.service.ts';
import { snoozeReminder } from './reminders.snooze.ts';

export const remindersRouter = router({
  list: staffProcedure
    .input(listRemindersInput)
    .query(({ ctx, input }) => listReminders(ctx.deps, ctx.viewer, input)),
  get: staffProcedure
    .input(reminderIdInput)
    .query(({ ctx, input }) => getReminder(ctx.deps, ctx.viewer, input)),
  create: staffProcedure
    .input(createReminderInput)
    .mutation(({ ctx, input }) => createReminder(ctx.deps, ctx.viewer, input)),
  update: staffProcedure
    .input(updateReminderInput)
    .mutation(({ ctx, input }) => updateReminder(ctx.deps, ctx.viewer, input)),
  complete: staffProcedure
    .input(completeReminderInput)
    .mutation(({ ctx, input }) => completeReminder(ctx.deps, ctx.viewer, input)),
  reopen: staffProcedure
    .input(reopenReminderInput)
    .mutation(({ ctx, input }) => reopenReminder(ctx.deps, ctx.viewer, input)),
  snooze: staffProcedure
    .input(snoozeReminderInput)
    .mutation(({ ctx, input }) => snoozeReminder(ctx.deps, ctx.viewer, input)),
  remove: staffProcedure
    .input(removeReminderInput)
    .mutation(({ ctx, input }) => removeReminder(ctx.deps, ctx.viewer, input)),
  restore: staffProcedure
    .input(restoreReminderInput)
    .mutation(({ ctx, input }) => restoreReminder(ctx.deps, ctx.viewer, input)),
  banner: staffProcedure.query(({ ctx }) => reminderBanner(ctx.deps, ctx.viewer, ctx.cursor)),
  onChange: staffProcedure
    .input(onChangeInput)
    .subscription(({ ctx, input, signal }) =>
      feed(ctx, { features: ['reminders'], input, signal }),
    ),
});
