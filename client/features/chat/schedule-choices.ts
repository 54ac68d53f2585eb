// When nearly everybody wants a message to go that is not for now.
import { seoulInstant, seoulTime, weekdayOf } from '#client/ui/seoul.ts';
import { addDays, seoulDay } from '#server/seoul.schema.ts';

export type ScheduleChoice = { name: 'tonight' | 'tomorrow' | 'monday'; at: Date };

const MORNING = 9;
const EVENING = 18;

/** This evening as long as it is ahead, tomorrow morning, and Monday morning when that is not the same. */
export function scheduleChoices(now: Date): ScheduleChoice[] {
  const today = seoulDay(now);
  const tomorrow = addDays(today, 1);
  const monday = addDays(today, 7 - ((weekdayOf(today) + 6) % 7));
  const choices: ScheduleChoice[] = [
    { name: 'tomorrow', at: seoulInstant(tomorrow, MORNING) },
    ...(monday === tomorrow
      ? []
      : [{ name: 'monday' as const, at: seoulInstant(monday, MORNING) }]),
  ];
  return seoulTime(now).hour < EVENING
    ? [{ name: 'tonight', at: seoulInstant(today, EVENING) }, ...choices]
    : choices;
}
