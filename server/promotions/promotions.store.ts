// Writing a promotion with the table that repeats its channels. Called only inside a write.
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx, WriteTx } from '#db/database.ts';
import { people } from '#db/schema/people.ts';
import { promotionChannels, promotions } from '#db/schema/promotions.ts';
import { notFound } from '../errors.ts';
import { changeableColumns, type PromotionRow, stored } from './promotions.row.ts';

export async function findPromotion(tx: Tx, id: string): Promise<PromotionRow | undefined> {
  const [row] = await tx.select(changeableColumns).from(promotions).where(eq(promotions.id, id));
  return row;
}

/** Kept from others until the end of the write; NOT_FOUND if it is not there (any more). */
export async function lockPromotion(tx: WriteTx, id: string): Promise<PromotionRow> {
  const [row] = await tx.lock(
    tx
      .select(changeableColumns)
      .from(promotions)
      .where(and(eq(promotions.id, id), isNull(promotions.removedAt))),
  );
  if (row === undefined) throw notFound('promotion');
  return row;
}

export async function insertPromotion(tx: WriteTx, row: PromotionRow): Promise<void> {
  await tx.insert(promotions).values(stored(row));
  await insertChannels(tx, row);
}

export async function storePromotion(
  tx: WriteTx,
  before: PromotionRow,
  after: PromotionRow,
): Promise<void> {
  await tx.update(promotions).set(stored(after)).where(eq(promotions.id, after.id));
  if (before.channels === after.channels) return;
  await tx.delete(promotionChannels).where(eq(promotionChannels.promotionId, after.id));
  await insertChannels(tx, after);
}

async function insertChannels(tx: WriteTx, row: PromotionRow): Promise<void> {
  if (row.channels.length === 0) return;
  await tx
    .insert(promotionChannels)
    .values(row.channels.map((channel) => ({ promotionId: row.id, channel })));
}

export async function requireActivePerson(tx: WriteTx, id: string): Promise<void> {
  const [person] = await tx.select({ status: people.status }).from(people).where(eq(people.id, id));
  if (person?.status !== 'active') throw notFound('person');
}
