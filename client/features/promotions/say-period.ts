import type { Locale } from '#client/i18n/i18n.ts';
import { saySpan } from '#client/ui/say-span.ts';
import { sayDate } from '#client/ui/say-time.ts';
import type { Period } from './use-promotion-acts.ts';

type Words = { from: (day: string) => string; until: (day: string) => string; always: string };

/** 11월 3일 (월) ~ 11월 30일 (일) · 11월 3일 (월)부터 · 11월 30일 (일)까지 · 상시; a single day is said once. */
export function sayPeriod(
  { startsOn, endsOn }: Period,
  moment: { now: Date; locale: Locale },
  words: Words,
): string {
  const say = (day: string) => sayDate(day, moment);
  if (startsOn === null) return endsOn === null ? words.always : words.until(say(endsOn));
  if (endsOn === null) return words.from(say(startsOn));
  return startsOn === endsOn ? say(startsOn) : saySpan(say(startsOn), say(endsOn), moment.locale);
}
