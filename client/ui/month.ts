// Months as `YYYY-MM`.
import { addDays } from '#server/seoul.schema.ts';

/** `distance` months later or earlier. */
export function otherMonth(month: string, distance: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + distance, 1)).toISOString().slice(0, 7);
}

/** All its days, `YYYY-MM-DD`. */
export function daysOfMonth(month: string): string[] {
  const last = addDays(`${otherMonth(month, 1)}-01`, -1);
  const count = Number(last.slice(8));
  return Array.from({ length: count }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`);
}
