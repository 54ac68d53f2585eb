// When to be reminded again: the three that nearly everybody takes.
import { addDays, seoulDay } from '#server/seoul.schema.ts';
import { seoulInstant } from '#client/ui/seoul.ts';

export const SNOOZE_CHOICES = ['tenMinutes', 'hour', 'tomorrow'] as const;
export type SnoozeChoice = (typeof SNOOZE_CHOICES)[number];

export function snoozeUntil(choice: SnoozeChoice, now: Date): Date {
  switch (choice) {
    case 'tenMinutes':
      return new Date(now.getTime() + 10 * 60_000);
    case 'hour':
      return new Date(now.getTime() + 60 * 60_000);
    case 'tomorrow':
      return seoulInstant(addDays(seoulDay(now), 1), 9);
  }
}
