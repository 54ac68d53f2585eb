// From a stored promotion to what is sent.
import { promotions } from '#db/schema/promotions.ts';
import { searchKey } from '../search-key.schema.ts';
import { searchFold } from './promotions.order.schema.ts';
import type { PromotionFacts, PromotionItem } from './promotions.schema.ts';

export const promotionColumns = {
  id: promotions.id,
  title: promotions.title,
  body: promotions.body,
  category: promotions.category,
  channels: promotions.channels,
  startsOn: promotions.startsOn,
  endsOn: promotions.endsOn,
  ownerId: promotions.ownerId,
  creatorId: promotions.creatorId,
  stoppedAt: promotions.stoppedAt,
  version: promotions.version,
  createdAt: promotions.createdAt,
  updatedAt: promotions.updatedAt,
};

/** What changing one needs besides. */
export const changeableColumns = {
  ...promotionColumns,
  resultNote: promotions.resultNote,
  fieldVersions: promotions.fieldVersions,
  removedAt: promotions.removedAt,
  removedById: promotions.removedById,
};

export type PromotionRow = Pick<typeof promotions.$inferSelect, keyof typeof changeableColumns>;

export function toPromotionItem(row: Pick<PromotionRow, keyof typeof promotionColumns>) {
  const item: PromotionItem = {
    id: row.id,
    title: row.title,
    body: row.body,
    category: row.category,
    channels: row.channels,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    ownerId: row.ownerId,
    creatorId: row.creatorId,
    stoppedAt: row.stoppedAt,
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
  return item;
}

export function factsOf(row: PromotionFacts): PromotionFacts {
  const { category, channels, startsOn, endsOn, stoppedAt } = row;
  return { category, channels, startsOn, endsOn, stoppedAt };
}

/** The columns to write; the database makes the sort keys itself. */
export function stored(row: PromotionRow): typeof promotions.$inferInsert {
  return { ...row, searchFold: searchFold(row), searchKey: searchKey(row.title) };
}
