import { feed } from '../live/feed.ts';
import { onChangeInput } from '../live/live.schema.ts';
import { router, staffProcedure } from '../trpc.ts';
import { listViews } from './views.list.ts';
import {
  createViewInput,
  listViewsInput,
  removeViewInput,
  restoreViewInput,
  updateViewInput,
} from './views.schema.ts';
import { createView, removeView, restoreView, updateView } from './views.service.ts';

export const viewsRouter = router({
  list: staffProcedure
    .input(listViewsInput)
    .query(({ ctx, input }) => listViews(ctx.deps, ctx.viewer, input)),
  create: staffProcedure
    .input(createViewInput)
    .mutation(({ ctx, input }) => createView(ctx.deps, ctx.viewer, input)),
  update: staffProcedure
    .input(updateViewInput)
    .mutation(({ ctx, input }) => updateView(ctx.deps, ctx.viewer, input)),
  remove: staffProcedure
    .input(removeViewInput)
    .mutation(({ ctx, input }) => removeView(ctx.deps, ctx.viewer, input)),
  restore: staffProcedure
    .input(restoreViewInput)
    .mutation(({ ctx, input }) => restoreView(ctx.deps, ctx.viewer, input)),
  onChange: staffProcedure
    .input(onChangeInput)
    .subscription(({ ctx, input, signal }) => feed(ctx, { features: ['views'], input, signal })),
});
