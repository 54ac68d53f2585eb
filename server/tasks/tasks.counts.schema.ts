import * as z from 'zod/mini';
import { taskFilter } from './tasks.schema.ts';

/** Filters that are counted in one question. */
export const TASK_COUNTS_MAX = 20;

/** How many tasks each of the filters finds. */
export const countTasksInput = z.object({
  filters: z.array(taskFilter).check(z.maxLength(TASK_COUNTS_MAX)),
});

export type CountTasksInput = z.infer<typeof countTasksInput>;
