import { router, staffProcedure } from '../trpc.ts';
import { followCounts, getCounts } from './nav.service.ts';

export const navRouter = router({
  counts: staffProcedure.query(({ ctx }) => getCounts(ctx.deps, ctx.viewer, ctx.cursor)),
  onCounts: staffProcedure.subscription(({ ctx, signal }) =>
    followCounts(ctx.deps, ctx.viewer, signal),
  ),
});
