import { publicProcedure, router } from '../trpc.ts';
import { createFirstAdminInput } from './setup.schema.ts';
import { createFirstAdmin, setupStatus } from './setup.service.ts';

export const setupRouter = router({
  status: publicProcedure.query(({ ctx }) => setupStatus(ctx.deps)),
  createFirstAdmin: publicProcedure
    .input(createFirstAdminInput)
    .mutation(async ({ ctx, input }) => {
      const { me, session, asOf } = await createFirstAdmin(ctx.deps, ctx, input);
      ctx.setSessionSecret(session.secret, session.cookieExpiresAt);
      return { viewer: me, asOf };
    }),
});
