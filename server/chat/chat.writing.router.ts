import { staffProcedure } from '../trpc.ts';
import { saveDraftInput } from './chat.draft.schema.ts';
import { listDrafts, saveDraft } from './chat.drafts.ts';
import {
  cancelScheduledInput,
  scheduleInput,
  updateScheduledInput,
} from './chat.schedule.schema.ts';
import { cancelScheduled, listScheduled, schedule, updateScheduled } from './chat.schedule.ts';

/** What is being written, and what is to be sent later; part of `chat`. */
export const writingProcedures = {
  drafts: staffProcedure.query(({ ctx }) => listDrafts(ctx.deps, ctx.viewer)),
  saveDraft: staffProcedure
    .input(saveDraftInput)
    .mutation(({ ctx, input }) => saveDraft(ctx.deps, ctx.viewer, input)),
  scheduled: staffProcedure.query(({ ctx }) => listScheduled(ctx.deps, ctx.viewer)),
  schedule: staffProcedure
    .input(scheduleInput)
    .mutation(({ ctx, input }) => schedule(ctx.deps, ctx.viewer, input)),
  updateScheduled: staffProcedure
    .input(updateScheduledInput)
    .mutation(({ ctx, input }) => updateScheduled(ctx.deps, ctx.viewer, input)),
  cancelScheduled: staffProcedure
    .input(cancelScheduledInput)
    .mutation(({ ctx, input }) => cancelScheduled(ctx.deps, ctx.viewer, input)),
};
