// What an event does to an answer about promotions. Pure; held against fresh answers in tests/live.
import type { LiveHandlers } from '#client/live/live-types.ts';
import { changePage, type Stretch } from '#client/live/pages.ts';
import { recounted } from '#server/promotions/promotions.counts.schema.ts';
import {
  comparePromotionKeys,
  decodePromotionCursor,
  matchesFacts,
  matchesPromotionFilter,
  type PromotionKey,
  promotionKey,
} from '#server/promotions/promotions.order.schema.ts';
import { isInTheWay } from '#server/promotions/promotions.overlaps.schema.ts';
import {
  PROMOTION_OVERLAPS_MAX,
  type PromotionEventData,
  type PromotionFilter,
  type PromotionItem,
} from '#server/promotions/promotions.schema.ts';
import { seoulDay } from '#server/seoul.schema.ts';

type PromotionPaths =
  | 'promotions.list'
  | 'promotions.get'
  | 'promotions.filters'
  | 'promotions.counts'
  | 'promotions.overlaps';

export const promotionsLive: Pick<LiveHandlers, PromotionPaths> = {
  'promotions.list': (page, event, { input = {}, now }) => {
    if (event.kind === 'day.began') return isOfToday(input) ? 'ask again' : page;
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
    if (event.gone) return 'ask again';
    const data = event.data as PromotionEventData;
    const { resultNote = answer.item.resultNote, files = answer.item.files } = data;
    return { ...answer, item: { ...itemOf(data), resultNote, files } };
  },

  'promotions.filters': (answer, event) => {
    if (event.kind === 'day.began') return 'ask again';
    if (event.feature !== 'promotions') return answer;
    if (event.gone) return 'ask again'; // a removal does not say what it was
    const data = event.data as PromotionEventData;
    return recounted(answer, data.was, data);
  },

  'promotions.counts': (answer, event, { input: { filters }, now }) => {
    if (event.kind === 'day.began') return filters.some(isOfToday) ? 'ask again' : answer;
    if (event.feature !== 'promotions') return answer;
    // A removal does not say what it was, nor a change which words there were.
    if (event.gone || filters.some(({ text }) => text !== undefined)) return 'ask again';
    const data = event.data as PromotionEventData;
    const today = seoulDay(now);
    const moves = filters.map((filter) => {
      const was = data.was !== null && matchesFacts(data.was, filter, today);
      return Number(matchesFacts(data, filter, today)) - Number(was);
    });
    if (moves.every((move) => move === 0)) return answer;
    return { ...answer, counts: answer.counts.map((count, at) => count + (moves[at] ?? 0)) };
  },

  'promotions.overlaps': (answer, event, { input }) => {
    if (event.feature !== 'promotions' || event.id === input.exceptId) return answer;
    const row = event.gone ? null : itemOf(event.data as PromotionEventData);
    const page = changePage(
      { ...answer, nextCursor: null },
      {
        id: event.id,
        version: event.version,
        row: row !== null && isInTheWay(row, input) ? row : null,
        keyOf: promotionKey,
        compare: comparePromotionKeys,
        stretch: { from: null, to: null },
      },
    );
    const { items } = page;
    if (
      items.every((item, at) => item === answer.items[at]) &&
      items.length === answer.items.length
    )
      return answer;
    const isCut = Math.max(items.length, answer.items.length) >= PROMOTION_OVERLAPS_MAX;
    return isCut ? 'ask again' : { ...answer, items };
  },
};

function isOfToday(filter: PromotionFilter): boolean {
  return filter.status !== undefined || filter.endingSoon === true;
}

function itemOf(data: PromotionEventData): PromotionItem {
  const { was: _was, resultNote: _note, files: _files, ...item } = data;
  return item;
}

function stretchOf(from: string | undefined, to: string | null): Stretch<PromotionKey> {
  return {
    from: from === undefined ? null : (decodePromotionCursor(from) ?? null),
    to: to === null ? null : (decodePromotionCursor(to) ?? null),
  };
}
