import type { Period } from './use-promotion-acts.ts';

/** The same days one month later; a period that ends with its month ends with the next one too. Open stays open. */
export function nextMonth({ startsOn, endsOn }: Period): Period {
  return {
    startsOn: startsOn === null ? null : monthLater(startsOn, false),
    endsOn: endsOn === null ? null : monthLater(endsOn, isLastOfMonth(endsOn)),
  };
}

function monthLater(day: string, toEnd: boolean): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = daysIn(year, month + 1);
  const target = new Date(Date.UTC(year, month, toEnd ? last : Math.min(date, last)));
  return target.toISOString().slice(0, 10);
}

function isLastOfMonth(day: string): boolean {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return date === daysIn(year, month);
}

/** `month` from 1; 13 is January of the next year. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
