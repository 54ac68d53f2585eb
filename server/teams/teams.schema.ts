import * as z from 'zod/mini';
import { id, mutationId, text } from '../atoms.schema.ts';

export const TEAM_NAME_MAX = 60;

const name = text(TEAM_NAME_MAX);

/** Also the data of `team.created` and `team.changed`. */
export type TeamItem = { id: string; name: string; version: number };

export const createTeamInput = z.object({ id, name, mutationId });

/** `version` is that of the row the change was made from; left out, the change wins over whatever is there. */
export const updateTeamInput = z.object({
  id,
  version: z.optional(z.int().check(z.gte(1))),
  patch: z.object({ name }),
  mutationId,
});

export const removeTeamInput = z.object({ id, mutationId });

export type CreateTeamInput = z.infer<typeof createTeamInput>;
export type UpdateTeamInput = z.infer<typeof updateTeamInput>;
export type RemoveTeamInput = z.infer<typeof removeTeamInput>;
