import { publicProcedure, router } from '../trpc.ts';
import { createFirstAdminInput, loadDemoInput } from './setup.schema.ts';
import { createFirstAdmin, loadDemo, setupStatus } from './setup.service.ts';

export const setupRouter = router({
  status: publicProcedure.query(({ ctx }) => setupStatus(ctx.deps)),
  createFirstAdmin: publicProcedure
    .input(createFirstAdminInput)
    .mutation(async ({ ctx, input }) => {
      const { me, session, asOf } = await createFirstAdmin(ctx.deps, ctx, input);
      ctx.setSessionSecret(session.secret, session.cookieExpiresAt);
      return { viewer: me, asOf };
    }),
  loadDemo: publicProcedure
    .input(loadDemoInput)
    .mutation(({ ctx, input }) => loadDemo(ctx.deps, ctx, input)),
});
