// What an event does to an answer about promotions. Pure; held against fresh answers in tests/live.
import type { LiveHandlers } from '#client/live/live-types.ts';
import { changePage, type Stretch } from '#client/live/pages.ts';
import { recounted } from '#server/promotions/promotions.counts.schema.ts';
import {
  comparePromotionKeys,
  decodePromotionCursor,
  matchesPromotionFilter,
  type PromotionKey,
  promotionKey,
} from '#server/promotions/promotions.order.schema.ts';
import type { PromotionEventData, PromotionItem } from '#server/promotions/promotions.schema.ts';
import { seoulDay } from '#server/seoul.schema.ts';

type PromotionPaths = 'promotions.list' | 'promotions.get' | 'promotions.filters';

export const promotionsLive: Pick<LiveHandlers, PromotionPaths> = {
  'promotions.list': (page, event, { input = {}, now }) => {
    if (event.kind === 'day.began') return input.status === undefined ? page : 'ask again';
    if (event.feature !== 'promotions') return page;
    const row = event.gone ? null : itemOf(event.data as PromotionEventData);
    const belongs = row !== null && matchesPromotionFilter(row, input, seoulDay(now));
    return changePage(page, {
      id: event.id,
      version: event.version,
      row: belongs ? row : null,
      keyOf: promotionKey,
      compare: comparePromotionKeys,
      stretch: stretchOf(input.cursor, page.nextCursor),
    });
  },

  'promotions.get': (answer, event, { input }) => {
    const isOther = event.feature !== 'promotions' || event.id !== input.id;
    if (isOther || event.version <= answer.item.version) return answer;
    return event.gone ? 'ask again' : { ...answer, item: itemOf(event.data as PromotionEventData) };
  },

  'promotions.filters': (answer, event) => {
    if (event.kind === 'day.began') return 'ask again';
    if (event.feature !== 'promotions') return answer;
    if (event.gone) return 'ask again'; // a removal does not say what it was
    const data = event.data as PromotionEventData;
    return recounted(answer, data.was, data);
  },
};

function itemOf({ was: _was, ...item }: PromotionEventData): PromotionItem {
  return item;
}

function stretchOf(from: string | undefined, to: string | null): Stretch<PromotionKey> {
  return {
    from: from === undefined ? null : (decodePromotionCursor(from) ?? null),
    to: to === null ? null : (decodePromotionCursor(to) ?? null),
  };
}
