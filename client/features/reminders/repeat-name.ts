/** The repeats one can choose; a rule of another kind merely "repeats". */
export const REPEATS = {
  daily: 'FREQ=DAILY',
  weekdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  weekly: 'FREQ=WEEKLY',
  monthly: 'FREQ=MONTHLY',
  yearly: 'FREQ=YEARLY',
} as const;

export type RepeatName = keyof typeof REPEATS | 'none' | 'other';

export const REPEAT_NAMES = Object.keys(REPEATS) as (keyof typeof REPEATS)[];

export function repeatName(repeat: string | null): RepeatName {
  if (repeat === null) return 'none';
  return REPEAT_NAMES.find((name) => REPEATS[name] === repeat) ?? 'other';
}
