import * as z from 'zod/mini';
import { id, mutationId, PAGE_MAX } from '../atoms.schema.ts';

/** So many of the newest are told apart from the rest. */
export const UNSEEN_MAX = 500;

/** What one person has looked at: told to their own screens alone. */
export type TaskSeenData = { userId: string; ids: string[] };

export const markSeenInput = z.object({
  ids: z.array(id).check(z.minLength(1), z.maxLength(PAGE_MAX)),
  mutationId,
});

export type MarkSeenInput = z.infer<typeof markSeenInput>;
