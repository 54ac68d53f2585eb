import { router, staffProcedure } from '../trpc.ts';
import { lookUp } from './search.look-up.ts';
import { lookUpInput, searchAllInput } from './search.schema.ts';
import { searchAll } from './search.service.ts';

export const searchRouter = router({
  all: staffProcedure
    .input(searchAllInput)
    .query(({ ctx, input }) => searchAll(ctx.deps, ctx.viewer, input)),
  lookUp: staffProcedure
    .input(lookUpInput)
    .query(({ ctx, input }) => lookUp(ctx.deps, ctx.viewer, input)),
});
