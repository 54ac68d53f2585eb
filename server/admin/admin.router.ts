import { endSessionInput } from '../auth/auth.schema.ts';
import { listPeople } from '../people/people.service.ts';
import { createTeamInput, removeTeamInput, updateTeamInput } from '../teams/teams.schema.ts';
import { listTeams } from '../teams/teams.service.ts';
import { adminProcedure, router } from '../trpc.ts';
import {
  createUserInput,
  listSessionsInput,
  resetPasswordInput,
  updateUserInput,
  userIdInput,
} from './admin.schema.ts';
import { cacheStats, getHealth, watchHealth } from './health.service.ts';
import { endSessionOfAnybody, listSessions } from './sessions.service.ts';
import { createTeam, removeTeam, updateTeam } from './teams.service.ts';
import {
  createUser,
  deactivateUser,
  reactivateUser,
  resetPassword,
  updateUser,
} from './users.service.ts';

const users = router({
  list: adminProcedure.query(({ ctx }) => listPeople(ctx.deps)),
  create: adminProcedure
    .input(createUserInput)
    .mutation(({ ctx, input }) => createUser(ctx.deps, ctx.viewer, input)),
  update: adminProcedure
    .input(updateUserInput)
    .mutation(({ ctx, input }) => updateUser(ctx.deps, ctx.viewer, input)),
  deactivate: adminProcedure
    .input(userIdInput)
    .mutation(({ ctx, input }) => deactivateUser(ctx.deps, ctx.viewer, input)),
  reactivate: adminProcedure
    .input(userIdInput)
    .mutation(({ ctx, input }) => reactivateUser(ctx.deps, ctx.viewer, input)),
  resetPassword: adminProcedure
    .input(resetPasswordInput)
    .mutation(({ ctx, input }) => resetPassword(ctx.deps, ctx.viewer, input)),
});

const teams = router({
  list: adminProcedure.query(({ ctx }) => listTeams(ctx.deps, ctx.cursor)),
  create: adminProcedure
    .input(createTeamInput)
    .mutation(({ ctx, input }) => createTeam(ctx.deps, ctx.viewer, input)),
  update: adminProcedure
    .input(updateTeamInput)
    .mutation(({ ctx, input }) => updateTeam(ctx.deps, ctx.viewer, input)),
  remove: adminProcedure
    .input(removeTeamInput)
    .mutation(({ ctx, input }) => removeTeam(ctx.deps, ctx.viewer, input)),
});

const sessions = router({
  list: adminProcedure
    .input(listSessionsInput)
    .query(({ ctx, input }) => listSessions(ctx.deps, input)),
  end: adminProcedure
    .input(endSessionInput)
    .mutation(({ ctx, input }) => endSessionOfAnybody(ctx.deps, ctx.viewer, input)),
});

export const adminRouter = router({
  users,
  teams,
  sessions,
  health: adminProcedure.query(({ ctx }) => getHealth(ctx.deps)),
  onHealth: adminProcedure.subscription(({ ctx, signal }) =>
    watchHealth(ctx.deps, ctx.viewer, signal ?? new AbortController().signal),
  ),
  cacheStats: adminProcedure.query(({ ctx }) => cacheStats(ctx.deps)),
});
