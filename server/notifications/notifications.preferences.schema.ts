// How one person wants to be told, on all their devices. Minutes are those since midnight in Seoul.
import * as z from 'zod/mini';
import { instant, mutationId } from '../atoms.schema.ts';
import { addDays, seoulDay, startOfSeoulDay } from '../seoul.schema.ts';
import { NOTICE_KINDS } from './notifications.schema.ts';

const DAY_MINUTES = 1440;
const MINUTE_MS = 60_000;
const SUNDAY = 7;

/** The summary has its own time, or none. */
export const OFF_KINDS = NOTICE_KINDS.filter((kind) => kind !== 'summary');

export type OffKind = Exclude<(typeof NOTICE_KINDS)[number], 'summary'>;

/**
 * `workDays` counts Monday as 1. When the hours end before they begin, they end on the day after. `quietUntil`: nothing
 * disturbs until then. `summaryMinute`: when the list of what is overdue comes; null: never.
 */
export type NoticePreferences = {
  offKinds: OffKind[];
  hasWorkHours: boolean;
  workDays: number[];
  workFromMinute: number;
  workToMinute: number;
  quietUntil: Date | null;
  summaryMinute: number | null;
};

/** Of whoever has never said anything: of everything, at any hour. */
export const FIRST_PREFERENCES: NoticePreferences = {
  offKinds: [],
  hasWorkHours: false,
  workDays: [1, 2, 3, 4, 5],
  workFromMinute: 9 * 60,
  workToMinute: 18 * 60,
  quietUntil: null,
  summaryMinute: null,
};

const minute = z.int().check(z.gte(0), z.lt(DAY_MINUTES));
const weekday = z.int().check(z.gte(1), z.lte(SUNDAY));

/** What is not named stays as it is. */
export const setPreferencesInput = z.object({
  offKinds: z.optional(z.array(z.enum(OFF_KINDS)).check(z.maxLength(OFF_KINDS.length))),
  hasWorkHours: z.optional(z.boolean()),
  workDays: z.optional(z.array(weekday).check(z.maxLength(SUNDAY))),
  workFromMinute: z.optional(minute),
  workToMinute: z.optional(minute),
  quietUntil: z.optional(z.nullable(instant)),
  summaryMinute: z.optional(z.nullable(minute)),
  mutationId,
});

export type SetPreferencesInput = z.infer<typeof setPreferencesInput>;
export type PreferencesPatch = Partial<NoticePreferences>;

/** The next time the clock in Seoul shows `minute`, after `now`. */
export function nextAtMinute(minute: number, now: Date): Date {
  const today = seoulDay(now);
  const at = atMinute(today, minute);
  return at > now ? at : atMinute(addDays(today, 1), minute);
}

/** The moment a day's clock in Seoul shows `minute`. */
export function atMinute(day: string, minute: number): Date {
  return new Date(startOfSeoulDay(day).getTime() + minute * MINUTE_MS);
}
