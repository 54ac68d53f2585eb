import { router, sessionProcedure } from '../trpc.ts';
import { createTokenInput, revokeTokenInput } from './tokens.schema.ts';
import { createToken, listTokens, revokeToken } from './tokens.service.ts';

export const tokensRouter = router({
  list: sessionProcedure.query(({ ctx }) => listTokens(ctx.deps, ctx.viewer)),
  create: sessionProcedure
    .input(createTokenInput)
    .mutation(({ ctx, input }) => createToken(ctx.deps, ctx.viewer, input)),
  revoke: sessionProcedure
    .input(revokeTokenInput)
    .mutation(({ ctx, input }) => revokeToken(ctx.deps, ctx.viewer, input)),
});
