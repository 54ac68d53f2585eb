import * as z from 'zod/mini';
import { cursor, id, limit, mutationId } from '../atoms.schema.ts';
import { password } from '../auth/auth.schema.ts';
import { locale, personName, role, username } from '../people/people.schema.ts';

export const createUserInput = z.object({
  id,
  username,
  name: personName,
  password,
  role: z._default(role, 'staff'),
  teamId: z._default(z.nullable(id), null),
  locale: z._default(locale, 'ko'),
  mutationId,
});

/** `version` is that of the row the patch was made from; left out, the patch wins over whatever is there. */
export const updateUserInput = z.object({
  id,
  version: z.optional(z.int().check(z.gte(1))),
  patch: z
    .object({
      username: z.optional(username),
      name: z.optional(personName),
      role: z.optional(role),
      teamId: z.optional(z.nullable(id)),
    })
    .check(z.refine((patch) => Object.keys(patch).length > 0, { error: 'must change something' })),
  mutationId,
});

export const userIdInput = z.object({ id, mutationId });
export const resetPasswordInput = z.object({ id, password, mutationId });

export const listSessionsInput = z._default(z.object({ personId: z.optional(id), cursor, limit }), {
  limit: 50,
});

export type CreateUserInput = z.infer<typeof createUserInput>;
export type UpdateUserInput = z.infer<typeof updateUserInput>;
export type UserIdInput = z.infer<typeof userIdInput>;
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;
export type ListSessionsInput = z.infer<typeof listSessionsInput>;
