import * as z from 'zod/mini';
import { day, id, instant, mutationId, text } from '../atoms.schema.ts';
import { TASK_LABEL_MAX, TASK_LABELS_MAX, TASK_PRIORITIES, TASK_STATUSES } from './tasks.schema.ts';

export const BULK_MAX = 200;

const labels = z.array(text(TASK_LABEL_MAX)).check(z.maxLength(TASK_LABELS_MAX));

/** What makes sense for many tasks at once; labels are added and taken away, not replaced. */
const bulkPatch = z
  .object({
    status: z.optional(z.enum(TASK_STATUSES)),
    priority: z.optional(z.enum(TASK_PRIORITIES)),
    teamId: z.optional(id),
    assigneeId: z.optional(z.nullable(id)),
    dueOn: z.optional(z.nullable(day)),
    dueAt: z.optional(z.nullable(instant)),
    addLabels: z.optional(labels),
    removeLabels: z.optional(labels),
  })
  .check(z.refine((patch) => Object.keys(patch).length > 0, { error: 'must change something' }));

export const bulkUpdateInput = z.object({
  ids: z.array(id).check(z.minLength(1), z.maxLength(BULK_MAX)),
  patch: bulkPatch,
  mutationId,
});

export type BulkPatch = z.infer<typeof bulkPatch>;
export type BulkUpdateInput = z.infer<typeof bulkUpdateInput>;
