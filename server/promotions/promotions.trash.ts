// Removing a promotion, and putting it back. What was removed stays stored: nothing here is lost for good.
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { promotions } from '#db/schema/promotions.ts';
import type { Deps } from '../deps.ts';
import { forbidden, notFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { emitPromotion, emitPromotionRemoved } from './promotions.events.ts';
import { filesOf } from './promotions.files.ts';
import { promotionAbilities } from './promotions.policy.ts';
import { changeableColumns, type PromotionRow, toPromotionItem } from './promotions.row.ts';
import type { PromotionItem, RemovePromotionInput } from './promotions.schema.ts';
import { lockPromotion, storePromotion } from './promotions.store.ts';

export async function removePromotion(
  deps: Deps,
  viewer: Viewer,
  input: RemovePromotionInput,
): Promise<{ asOf: Position }> {
  const act = { viewer, mutationId: input.mutationId };
  const { asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const before = await lockPromotion(tx, input.id);
    if (!promotionAbilities(viewer, before).remove) throw forbidden('promotion_not_yours');
    const after = {
      ...before,
      removedAt: tx.now,
      removedById: viewer.id,
      updatedAt: tx.now,
      version: before.version + 1,
    };
    await storePromotion(tx, before, after);
    emitPromotionRemoved(tx, after);
    tx.audit('promotion.remove', { kind: 'promotion', id: after.id }, { title: after.title });
  });
  return { asOf };
}

/** By those who may remove it. A promotion that was not removed stays as it is. */
export async function restorePromotion(
  deps: Deps,
  viewer: Viewer,
  input: RemovePromotionInput,
): Promise<{ item: PromotionItem; asOf: Position }> {
  const act = { viewer, mutationId: input.mutationId };
  const { value, asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const removed = await lockRemoved(tx, input.id);
    if (removed === undefined) return toPromotionItem(await lockPromotion(tx, input.id));
    // Whoever may not put it back cannot see that it was ever there.
    if (!promotionAbilities(viewer, removed).remove) throw notFound('promotion');
    const after = {
      ...removed,
      removedAt: null,
      removedById: null,
      updatedAt: tx.now,
      version: removed.version + 1,
    };
    await storePromotion(tx, removed, after);
    const longParts = { resultNote: after.resultNote, files: await filesOf(tx, after.id) };
    emitPromotion(tx, { before: null, after, longParts });
    tx.audit('promotion.restore', { kind: 'promotion', id: after.id }, { title: after.title });
    return toPromotionItem(after);
  });
  return { item: value, asOf };
}

async function lockRemoved(tx: WriteTx, id: string): Promise<PromotionRow | undefined> {
  const [removed] = await tx.lock(
    tx
      .select(changeableColumns)
      .from(promotions)
      .where(and(eq(promotions.id, id), isNotNull(promotions.removedAt))),
  );
  return removed;
}
