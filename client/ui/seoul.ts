// Reading a Seoul day's parts, wherever the browser is. Days themselves are counted in server/seoul.schema.ts.
import { startOfSeoulDay } from '#server/seoul.schema.ts';

const OFFSET_MS = 9 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

export type SeoulTime = {
  year: number;
  month: number;
  date: number;
  /** 0 = Sunday. */
  weekday: number;
  hour: number;
  minute: number;
};

export function seoulTime(at: Date): SeoulTime {
  const shifted = new Date(at.getTime() + OFFSET_MS);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    date: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
  };
}

/** The instant at which a time of a day begins, in Seoul. */
export function seoulInstant(day: string, hour = 0, minute = 0): Date {
  return new Date(startOfSeoulDay(day).getTime() + (hour * 60 + minute) * 60_000);
}

/** Days from one to the other; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 0 = Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
