import { onPresenceInput } from '../presence/presence.schema.ts';
import { router, staffProcedure } from '../trpc.ts';
import { getPersonInput, updateProfileInput } from './people.schema.ts';
import { getPerson, listPeople, updateProfile } from './people.service.ts';

export const peopleRouter = router({
  list: staffProcedure.query(({ ctx }) => listPeople(ctx.deps)),
  get: staffProcedure.input(getPersonInput).query(({ ctx, input }) => getPerson(ctx.deps, input)),
  updateProfile: staffProcedure
    .input(updateProfileInput)
    .mutation(({ ctx, input }) => updateProfile(ctx.deps, ctx.viewer, input)),
  onPresence: staffProcedure
    .input(onPresenceInput)
    .subscription(({ ctx, input, signal }) =>
      ctx.deps.presence.watch(ctx.viewer, { active: input?.active, signal }),
    ),
});
