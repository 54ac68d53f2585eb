// A line as people write it, "내일 9시 거래처 전화": what of it is a time, and what is left to be remembered. Korean and
// English, in Seoul's days; what is not understood stays in the title. Pure.
import { addDays, seoulDay } from '#server/seoul.schema.ts';
import { seoulInstant, seoulTime } from '#client/ui/seoul.ts';
import { findClock, type FoundClock } from '#client/words/clock-words.ts';
import { findDay } from '#client/words/day-words.ts';
import { cut, type Found, phrase } from '#client/words/phrase.ts';

export type Understood = {
  title: string;
  /** Null when the line says nothing about a time. */
  dueAt: Date | null;
  repeat: string | null;
};

/** A day without a time: when the office opens. */
const MORNING = { hour: 9, minute: 0 };

export function understand(line: string, now: Date): Understood {
  const repeat = findRepeat(line);
  const withoutRepeat = cut(line, repeat);
  const clock = findClock(withoutRepeat);
  const withoutClock = cut(withoutRepeat, clock);
  const day = findDay(withoutClock, seoulDay(now));
  return {
    title: cut(withoutClock, day).replaceAll(/\s+/g, ' ').trim(),
    dueAt: momentOf({ day: day?.value, clock: clock?.value, isRepeating: repeat !== null }, now),
    repeat: repeat?.value ?? null,
  };
}

type Parts = { day: string | undefined; clock: FoundClock | undefined; isRepeating: boolean };

function momentOf({ day, clock, isRepeating }: Parts, now: Date): Date | null {
  if (clock?.inMinutes !== undefined && day === undefined) return later(now, clock.inMinutes);
  if (day === undefined && clock === undefined && !isRepeating) return null;
  const { hour, minute } = clock?.at ?? MORNING;
  if (day !== undefined) return seoulInstant(day, hour, minute);
  const today = seoulInstant(seoulDay(now), hour, minute);
  return today > now ? today : seoulInstant(addDays(seoulDay(now), 1), hour, minute);
}

/** From the minute that runs. */
export function later(now: Date, minutes: number): Date {
  const at = new Date(now.getTime() + minutes * 60_000);
  const { hour, minute } = seoulTime(at);
  return seoulInstant(seoulDay(at), hour, minute);
}

const REPEATS: [RegExp, string][] = [
  [phrase('평일(?:마다)?|매 ?평일|(?:every )?weekdays?'), 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  [phrase('매일|날마다|every ?day|daily'), 'FREQ=DAILY'],
  [
    phrase('매주|every week|weekly|every(?= (?:mon|tues|wednes|thurs|fri|satur|sun)day)'),
    'FREQ=WEEKLY',
  ],
  [phrase('매월|매달|every month|monthly'), 'FREQ=MONTHLY'],
  [phrase('매년|해마다|every year|yearly'), 'FREQ=YEARLY'],
];

function findRepeat(line: string): Found<string> | null {
  for (const [form, value] of REPEATS) {
    const match = form.exec(line);
    if (match !== null) return { text: match[0], at: match.index, value };
  }
  return null;
}
