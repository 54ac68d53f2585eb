// Whether somebody is to be left in peace: notices are gathered then, without sound, notification or push. Pure; asked
// before a push, and by every browser.
import { addDays, seoulDay, startOfSeoulDay } from '../seoul.schema.ts';
import type { NoticePreferences } from './notifications.preferences.schema.ts';

const MINUTE_MS = 60_000;

/** Until a moment they chose, or outside their working hours. */
export function quietNow(preferences: NoticePreferences, now: Date): boolean {
  return isUndisturbed(preferences, now) || !isAtWork(preferences, now);
}

export function isUndisturbed(
  { quietUntil }: Pick<NoticePreferences, 'quietUntil'>,
  now: Date,
): boolean {
  return quietUntil !== null && now < quietUntil;
}

function isAtWork(preferences: NoticePreferences, now: Date): boolean {
  const { hasWorkHours, workDays, workFromMinute: from, workToMinute: to } = preferences;
  if (!hasWorkHours) return true;
  const today = seoulDay(now);
  const minute = (now.getTime() - startOfSeoulDay(today).getTime()) / MINUTE_MS;
  const worksOn = (day: string) => workDays.includes(weekdayOf(day));
  if (from < to) return worksOn(today) && minute >= from && minute < to;
  // A shift over midnight belongs to the day it begins on.
  return (worksOn(today) && minute >= from) || (worksOn(addDays(today, -1)) && minute < to);
}

/** Monday is 1, Sunday 7. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
