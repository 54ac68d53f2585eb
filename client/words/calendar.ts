/** Null for 30 February. */
export function dayFrom(year: number, month: number, date: number): string | null {
  const day = new Date(Date.UTC(year, month - 1, date));
  return day.getUTCMonth() === month - 1 && day.getUTCDate() === date
    ? day.toISOString().slice(0, 10)
    : null;
}

/** The same date so many months later, or the last of a month that is shorter; null for no such number. */
export function monthsLater(day: string, months: number): string | null {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (Number.isNaN(months)) return null;
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  const last = Number(lastDayOf(first).slice(8));
  return `${first.slice(0, 8)}${String(Math.min(date, last)).padStart(2, '0')}`;
}

export function lastDayOf(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
