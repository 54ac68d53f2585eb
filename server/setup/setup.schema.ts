import * as z from 'zod/mini';
import { mutationId, optionalText } from '../atoms.schema.ts';
import { password } from '../auth/auth.schema.ts';
import { personName, username } from '../people/people.schema.ts';

const token = optionalText(100);

export const createFirstAdminInput = z.object({
  token,
  username,
  password,
  name: personName,
  mutationId,
});

export const loadDemoInput = z.object({ token, mutationId });

export type CreateFirstAdminInput = z.infer<typeof createFirstAdminInput>;
export type LoadDemoInput = z.infer<typeof loadDemoInput>;
