// What of the promotions is worth knowing at a glance on a day: each part says what the server is asked, and where all
// of it stands.
import type {
  PromotionFilter,
  PromotionsSearch,
} from '#client/features/promotions/promotions.search.ts';
import { addDays } from '#server/seoul.schema.ts';

type PromotionTurn = {
  name: 'starts' | 'endsTomorrow' | 'runs';
  filter: PromotionFilter;
  search: PromotionsSearch;
};

/** `on` leaves out what was stopped. */
export function promotionTurns(today: string): PromotionTurn[] {
  const starts = { on: today, startsOn: today };
  const ends = { on: today, endsOn: addDays(today, 1) };
  return [
    { name: 'starts', filter: starts, search: starts },
    { name: 'endsTomorrow', filter: ends, search: ends },
    { name: 'runs', filter: { on: today }, search: { status: 'running' } },
  ];
}
