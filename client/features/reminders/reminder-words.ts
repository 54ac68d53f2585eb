// A line as people write it, "내일 9시 거래처 전화": when, how often, and what is left to be remembered. Pure.
import { seoulInstant, seoulTime } from '#client/ui/seoul.ts';
import { nextAt, readMoment } from '#client/words/moment-words.ts';
import { addDays, seoulDay } from '#server/seoul.schema.ts';

export type Understood = {
  title: string;
  /** Null when the line says nothing about a time, or only of a today whose morning is over. */
  dueAt: Date | null;
  repeat: string | null;
};

/** A day without a time: when the office opens. */
const MORNING = { hour: 9, minute: 0 };

export function understand(line: string, now: Date): Understood {
  const { rest, day, at, repeat } = readMoment(line, now);
  return {
    title: rest,
    dueAt: at ?? morningOf(),
    repeat: repeat?.rule ?? null,
  };

  function morningOf(): Date | null {
    const morning = day === null ? null : seoulInstant(day, MORNING.hour);
    if (morning !== null) return day === seoulDay(now) && morning <= now ? null : morning;
    return repeat === null ? null : nextAt(MORNING, repeat, now);
  }
}

/** The time alone, if that is all there is: 다음 주 월 9시. */
export function understandTime(text: string, now: Date): Date | null {
  const { title, dueAt, repeat } = understand(text, now);
  return title === '' && repeat === null ? dueAt : null;
}

export function sameTimeTomorrow(at: Date, now: Date): Date {
  const { hour, minute } = seoulTime(at);
  return seoulInstant(addDays(seoulDay(now), 1), hour, minute);
}
