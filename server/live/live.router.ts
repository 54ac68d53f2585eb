import { router, staffProcedure } from '../trpc.ts';
import { feed } from './feed.ts';
import { onChangeInput } from './live.schema.ts';

export const liveRouter = router({
  onChange: staffProcedure
    .input(onChangeInput)
    .subscription(({ ctx, input, signal }) => feed(ctx, { input, signal })),
});
