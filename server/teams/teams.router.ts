import { router, staffProcedure } from '../trpc.ts';
import { listTeams } from './teams.service.ts';

export const teamsRouter = router({
  list: staffProcedure.query(({ ctx }) => listTeams(ctx.deps, ctx.cursor)),
});
