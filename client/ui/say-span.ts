import type { Locale } from '#client/i18n/i18n.ts';

const SIGNS = { ko: '~', en: '–' } as const;

/** From one day to another, each said already; an open end is empty. 11월 3일 ~ 11월 5일 · Nov 3 – Nov 5 */
export function saySpan(from: string, to: string, locale: Locale): string {
  return `${from} ${SIGNS[locale]} ${to}`.trim();
}
