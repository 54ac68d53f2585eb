import { keepPreviousData } from '@tanstack/react-query';
import { trpc } from '#client/api/trpc.ts';
import { useLive } from '#client/live/use-live.ts';
import type { OverlapsInput, PromotionItem } from '#server/promotions/promotions.schema.ts';

/** What would be in the way, kept current; while other days are asked about, what was last known. */
export function useOverlaps(wanted: OverlapsInput): readonly PromotionItem[] {
  const category = wanted.category.trim();
  const input = { ...wanted, category };
  const isAsked = category !== '' && wanted.channels.length > 0;
  const query = trpc.promotions.overlaps.useQuery(input, {
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const answer = useLive('promotions.overlaps', input, query.data);
  return isAsked ? (answer?.items ?? []) : [];
}
