import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { promotions } from '#db/schema/promotions.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { filesOf } from './promotions.files.ts';
import { promotionColumns, toPromotionItem } from './promotions.row.ts';
import type { PromotionDetail } from './promotions.schema.ts';

/** With what lists leave out. */
export function getPromotion(
  deps: Deps,
  input: { id: string },
): Promise<{ item: PromotionDetail; asOf: Position }> {
  return deps.db.read(async (tx) => {
    const question = tx.prepared('promotions.get', (q) =>
      q
        .select({ ...promotionColumns, resultNote: promotions.resultNote })
        .from(promotions)
        .where(and(eq(promotions.id, sql.placeholder('id')), isNull(promotions.removedAt))),
    );
    const [row] = await question.execute({ id: input.id });
    if (row === undefined) throw notFound('promotion');
    const { resultNote } = row;
    const item = { ...toPromotionItem(row), resultNote, files: await filesOf(tx, row.id) };
    return { item, asOf: tx.asOf };
  });
}
