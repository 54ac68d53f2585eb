// A measured number as people write it: 82 % · 12 ms · 84 MB · 1,204.
import type { Locale } from '#client/i18n/i18n.ts';
import type { HealthUnit } from '#server/admin/health.schema.ts';

export type Measure = { number: string; unit: string };

const SIZES = ['KB', 'MB', 'GB', 'TB'];

export function sayMeasure(value: number, unit: HealthUnit, locale: Locale): Measure {
  if (unit === 'bytes') return saySize(value, locale);
  return { number: round(value, locale), unit: { percent: '%', ms: 'ms', count: '' }[unit] };
}

function saySize(bytes: number, locale: Locale): Measure {
  let size = bytes / 1024;
  let at = 0;
  while (size >= 1000 && at < SIZES.length - 1) {
    size /= 1024;
    at += 1;
  }
  return { number: round(size, locale), unit: SIZES[at] ?? '' };
}

/** A digit after the point only where it still says something. */
function round(value: number, locale: Locale): string {
  return value.toLocaleString(locale, { maximumFractionDigits: value < 10 ? 1 : 0 });
}
