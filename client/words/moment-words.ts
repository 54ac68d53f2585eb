// A moment in a line as people write it, "다음 주 월 9시 보고": which day, which time, how often, and what is left of the
// line. One reading for reminders and tasks. Korean and English, in Seoul's days; what is not understood stays. Pure.
import { addDays, seoulDay } from '#server/seoul.schema.ts';
import { seoulInstant, seoulTime } from '#client/ui/seoul.ts';
import { findClock, findPart } from './clock-words.ts';
import { findDay } from './day-words.ts';
import { cut, type Found } from './phrase.ts';
import { findRepeat, firstDay, type FoundRepeat } from './repeat-words.ts';

export type FoundMoment = {
  /** What is not about time. */
  rest: string;
  /** The day it says, in Seoul; null when it says none. */
  day: string | null;
  /** Null when it says nothing about a time of the day. */
  at: Date | null;
  repeat: FoundRepeat | null;
};

type Clock = { hour: number; minute: number };

export function readMoment(line: string, now: Date): FoundMoment {
  return read(line, findRepeat(line), now);
}

/** For what does not repeat: words like 매일 stay in the line. */
export function readOnce(line: string, now: Date): FoundMoment {
  return read(line, null, now);
}

function read(line: string, repeat: Found<FoundRepeat> | null, now: Date): FoundMoment {
  const withoutRepeat = cut(line, repeat).replace(TONIGHT, 'today night').replaceAll(GLUED, '$1 ');
  const clock = findClock(withoutRepeat);
  const withoutClock = cut(withoutRepeat, clock);
  const day = findDay(withoutClock, seoulDay(now));
  const after = day === null ? '' : withoutClock.slice(day.at + day.text.length);
  const part = findPart(after, clock?.value.at);
  const found = day && part ? { ...day, text: day.text + part.text } : day;
  const at = part?.at ?? clock?.value.at;
  return {
    rest: cut(withoutClock, found).replaceAll(/\s+/g, ' ').trim(),
    day: day?.value ?? null,
    at: momentOf({ day: day?.value, at, inMinutes: clock?.value.inMinutes }, repeat?.value, now),
    repeat: repeat?.value ?? null,
  };
}

/** A day and its time are often written as one word: 내일3시. */
const GLUED =
  /(?<!\S)(오늘|내일모레|내일|모레|글피|[일월화수목금토](?:요일|욜)|(?:이번|다음|담) ?주 ?[일월화수목금토](?:요일|욜)?|\d{1,2}월 ?\d{1,2}일|\d{1,2}\/\d{1,2})(?=오전|오후|아침|점심|저녁|밤|새벽|\d{1,2}(?:시|:\d))/g;
/** A day and a part of it. */
const TONIGHT = /(?<!\S)tonight(?!\S)/i;

type Said = { day: string | undefined; at: Clock | undefined; inMinutes: number | undefined };

function momentOf(said: Said, repeat: FoundRepeat | undefined, now: Date): Date | null {
  const { day, at, inMinutes } = said;
  if (inMinutes !== undefined && day === undefined) return later(now, inMinutes);
  if (at === undefined) return null;
  if (day !== undefined) return seoulInstant(day, at.hour, at.minute);
  return nextAt(at, repeat ?? null, now);
}

/** The first time from now on that it is so late, on a day on which the repeat can start. */
export function nextAt({ hour, minute }: Clock, repeat: FoundRepeat | null, now: Date): Date {
  const today = seoulDay(now);
  const first = (from: string) => (repeat === null ? from : firstDay(repeat, from));
  const soonest = seoulInstant(first(today), hour, minute);
  return soonest > now ? soonest : seoulInstant(first(addDays(today, 1)), hour, minute);
}

/** From the minute that runs. */
export function later(now: Date, minutes: number): Date {
  const at = new Date(now.getTime() + minutes * 60_000);
  const { hour, minute } = seoulTime(at);
  return seoulInstant(seoulDay(at), hour, minute);
}
