// The filters of the promotions screen as they stand in the URL. Anything else in it is dropped.
import type { InputOf } from '#client/live/live-types.ts';
import { PROMOTION_STATUSES } from '#server/promotions/promotions.schema.ts';
import type { ShownStatus } from './shown-status.ts';

export type PromotionsView = 'list' | 'timeline' | 'calendar';

export type PromotionsSearch = {
  view?: 'timeline' | 'calendar';
  /** The month of the timeline and the calendar, `YYYY-MM`; absent = this month. */
  month?: string;
  category?: string;
  channel?: string;
  /** `ending`: runs, but not much longer. */
  status?: ShownStatus;
  /** Running on this day. */
  on?: string;
  /** With a day in common with these. */
  from?: string;
  to?: string;
  /** Exactly this first or last day. */
  startsOn?: string;
  endsOn?: string;
  text?: string;
};

export type PromotionFilter = Omit<NonNullable<InputOf<'promotions.list'>>, 'cursor' | 'limit'>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/;

export function promotionsSearch(raw: Record<string, unknown>): PromotionsSearch {
  const { view, month, category, channel, status, on, from, to, startsOn, endsOn, text } = raw;
  return {
    ...((view === 'timeline' || view === 'calendar') && { view }),
    ...(isText(month) && MONTH.test(month) && { month }),
    ...(isText(category) && { category }),
    ...(isText(channel) && { channel }),
    ...(isStatus(status) && { status }),
    ...(isDay(on) && { on }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
    ...(isDay(startsOn) && { startsOn }),
    ...(isDay(endsOn) && { endsOn }),
    ...(isText(text) && { text }),
  };
}

/** What the server is asked. */
export function filterOf(search: PromotionsSearch): PromotionFilter {
  const { view: _view, month: _month, status, ...filter } = search;
  if (status === undefined) return filter;
  return status === 'ending' ? { ...filter, endingSoon: true } : { ...filter, status };
}

/** With a day in common with these days too. */
export function within(
  filter: PromotionFilter,
  { from, to }: { from: string; to: string },
): PromotionFilter {
  return {
    ...filter,
    from: filter.from !== undefined && filter.from > from ? filter.from : from,
    to: filter.to !== undefined && filter.to < to ? filter.to : to,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isDay(value: unknown): value is string {
  return isText(value) && DAY.test(value);
}

function isStatus(value: unknown): value is ShownStatus {
  return value === 'ending' || PROMOTION_STATUSES.some((status) => status === value);
}
