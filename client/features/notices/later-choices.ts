// Until when: the times that nearly everybody takes. Pure.
import { seoulInstant, weekdayOf } from '#client/ui/seoul.ts';
import { addDays, seoulDay } from '#server/seoul.schema.ts';

const MINUTE_MS = 60_000;
const MORNING_HOUR = 9;

export const PAUSES = ['halfHour', 'hour', 'tomorrow'] as const;
export const SNOOZES = ['hour', 'tomorrow', 'monday'] as const;

export type LaterChoice = (typeof PAUSES)[number] | (typeof SNOOZES)[number];

export function laterAt(choice: LaterChoice, now: Date): Date {
  const today = seoulDay(now);
  switch (choice) {
    case 'halfHour':
      return new Date(now.getTime() + 30 * MINUTE_MS);
    case 'hour':
      return new Date(now.getTime() + 60 * MINUTE_MS);
    case 'tomorrow':
      return seoulInstant(addDays(today, 1), MORNING_HOUR);
    case 'monday':
      return seoulInstant(addDays(today, 7 - ((weekdayOf(today) + 6) % 7)), MORNING_HOUR);
  }
}
