// The filters of the promotions screen as they stand in the URL. Anything else in it is dropped.
import type { InputOf } from '#client/live/live-types.ts';
import { PROMOTION_STATUSES, type PromotionStatus } from '#server/promotions/promotions.schema.ts';

export type PromotionsView = 'list' | 'timeline';

export type PromotionsSearch = {
  view?: 'timeline';
  /** The month of the timeline, `YYYY-MM`; absent = this month. */
  month?: string;
  category?: string;
  channel?: string;
  status?: PromotionStatus;
  /** Running on this day. */
  on?: string;
  text?: string;
};

export type PromotionFilter = Omit<NonNullable<InputOf<'promotions.list'>>, 'cursor' | 'limit'>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/;

export function promotionsSearch(raw: Record<string, unknown>): PromotionsSearch {
  const { view, month, category, channel, status, on, text } = raw;
  return {
    ...(view === 'timeline' && { view }),
    ...(isText(month) && MONTH.test(month) && { month }),
    ...(isText(category) && { category }),
    ...(isText(channel) && { channel }),
    ...(isStatus(status) && { status }),
    ...(isText(on) && DAY.test(on) && { on }),
    ...(isText(text) && { text }),
  };
}

/** What the server is asked. */
export function filterOf(search: PromotionsSearch): PromotionFilter {
  const { view: _view, month: _month, ...filter } = search;
  return filter;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isStatus(value: unknown): value is PromotionStatus {
  return PROMOTION_STATUSES.some((status) => status === value);
}
