// Days are Asia/Seoul days, whatever the machine's own time zone. Seoul has been UTC+9 without summer time since 1988.
const SEOUL_OFFSET_MS = 9 * 3_600_000;
const DAY_MS = 86_400_000;

/** The day it is in Seoul at `instant`, `YYYY-MM-DD`. */
export function seoulDay(instant: Date): string {
  return new Date(instant.getTime() + SEOUL_OFFSET_MS).toISOString().slice(0, 10);
}

/** The moment `day` begins in Seoul. */
export function startOfSeoulDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - SEOUL_OFFSET_MS);
}

/** `days` later (or earlier, when negative). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The first moment after `day` in Seoul: what is due on a day is late from then on. */
export function endOfSeoulDay(day: string): Date {
  return startOfSeoulDay(addDays(day, 1));
}
