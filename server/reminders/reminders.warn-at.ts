import type { ReminderRow } from './reminders.row.ts';

const MINUTE_MS = 60_000;

/** When those it is for are to hear of it early; null when nobody wants that, or the time for it is over. */
export function warnAtOf(
  { state, dueAt, warnMinutes }: Pick<ReminderRow, 'state' | 'dueAt' | 'warnMinutes'>,
  now: Date,
): Date | null {
  if (state !== 'scheduled' || warnMinutes === null) return null;
  const warnAt = new Date(dueAt.getTime() - warnMinutes * MINUTE_MS);
  return warnAt > now ? warnAt : null;
}
