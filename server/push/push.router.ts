import { router, sessionProcedure } from '../trpc.ts';
import { subscribeInput, unsubscribeInput } from './push.schema.ts';
import { pushKey, subscribe, unsubscribe } from './push.service.ts';

export const pushRouter = router({
  key: sessionProcedure.query(({ ctx }) => pushKey(ctx.deps)),
  subscribe: sessionProcedure
    .input(subscribeInput)
    .mutation(({ ctx, input }) => subscribe(ctx.deps, ctx, input)),
  unsubscribe: sessionProcedure
    .input(unsubscribeInput)
    .mutation(({ ctx, input }) => unsubscribe(ctx.deps, ctx, input)),
});
