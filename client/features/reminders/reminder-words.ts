// A line as people write it, "내일 9시 거래처 전화": when, how often, and what is left to be remembered. Pure.
import { seoulInstant } from '#client/ui/seoul.ts';
import { nextAt, readMoment } from '#client/words/moment-words.ts';

export type Understood = {
  title: string;
  /** Null when the line says nothing about a time. */
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
    if (day !== null) return seoulInstant(day, MORNING.hour);
    return repeat === null ? null : nextAt(MORNING, repeat, now);
  }
}

/** The time alone, if that is all there is: 다음 주 월 9시. */
export function understandTime(text: string, now: Date): Date | null {
  const { title, dueAt, repeat } = understand(text, now);
  return title === '' && repeat === null ? dueAt : null;
}
