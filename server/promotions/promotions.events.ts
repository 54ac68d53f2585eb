// Promotions are everybody's: each change goes to all who work here. An event also says what the facts were before, so
// that whoever holds the counts of the filters can move them without asking.
import type { WriteTx } from '#db/database.ts';
import { topics } from '../live/audience.ts';
import { factsOf, type PromotionRow, toPromotionItem } from './promotions.row.ts';
import type { PromotionEventData } from './promotions.schema.ts';

/** `before` is null for a new one. */
export function emitPromotion(tx: WriteTx, before: PromotionRow | null, after: PromotionRow): void {
  const was = before === null ? null : factsOf(before);
  const data: PromotionEventData = { ...toPromotionItem(after), was };
  tx.emit({
    feature: 'promotions',
    kind: before === null ? 'promotion.created' : 'promotion.changed',
    id: after.id,
    version: after.version,
    audience: [topics.staff],
    data,
  });
}

export function emitPromotionRemoved(tx: WriteTx, promotion: PromotionRow): void {
  tx.emit({
    feature: 'promotions',
    kind: 'promotion.removed',
    id: promotion.id,
    version: promotion.version,
    audience: [topics.staff],
    data: null,
  });
}
