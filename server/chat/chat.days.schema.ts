import * as z from 'zod/mini';
import { day, id } from '../atoms.schema.ts';

/** `month`: `YYYY-MM`, of Seoul's calendar. */
export const daysInput = z.object({
  roomId: id,
  month: z.string({ error: 'must be a month like 2026-11' }).check(
    z.refine((value) => /^\d{4}-\d{2}$/.test(value) && day.safeParse(`${value}-01`).success, {
      error: 'must be a month like 2026-11',
    }),
  ),
});

export type DaysInput = z.infer<typeof daysInput>;
