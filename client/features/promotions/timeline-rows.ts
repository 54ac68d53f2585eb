// The rows of the timeline: categories one below the other, in each what starts first on top.
import { compareText } from '#client/live/compare-text.ts';
import type { PromotionItem } from '#server/promotions/promotions.schema.ts';

type Group = { category: string; row: number; bars: { promotion: PromotionItem; row: number }[] };

/** The first row holds the days; each category has one for its name. */
export function timelineRows(promotions: readonly PromotionItem[]): {
  groups: Group[];
  count: number;
} {
  let row = 1;
  const byCategory = [...Map.groupBy(promotions, ({ category }) => category)];
  const groups = byCategory
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([category, members]): Group => {
      row += 1;
      const head = row;
      const bars = members.toSorted(byStart).map((promotion) => {
        row += 1;
        return { promotion, row };
      });
      return { category, row: head, bars };
    });
  return { groups, count: row - 1 };
}

function byStart(a: PromotionItem, b: PromotionItem): number {
  return compareText(a.startsOn ?? '', b.startsOn ?? '') || compareText(a.id, b.id);
}
