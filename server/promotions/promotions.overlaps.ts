// Which promotions would run at the same time, of the same kind and in the same place.
import { and, desc, eq, gte, inArray, isNull, lte, ne, type Placeholder, sql } from 'drizzle-orm';
import type { Position, ReadTx } from '#db/database.ts';
import { promotionChannels, promotions } from '#db/schema/promotions.ts';
import type { Deps } from '../deps.ts';
import { promotionColumns, toPromotionItem } from './promotions.row.ts';
import {
  type OverlapsInput,
  PROMOTION_OVERLAPS_MAX,
  type PromotionItem,
} from './promotions.schema.ts';

export type Overlaps = { items: PromotionItem[]; asOf: Position };

/** At most PROMOTION_OVERLAPS_MAX, what ends last first. Without channels nothing is in the way. */
export function listOverlaps(deps: Deps, input: OverlapsInput): Promise<Overlaps> {
  return deps.db.read(async (tx) => {
    if (input.channels.length === 0) return { items: [], asOf: tx.asOf };
    const rows = await questionOf(tx, input).execute({
      ...input,
      ...Object.fromEntries(input.channels.map((channel, at) => [`channel${at}`, channel])),
    });
    return { items: rows.map(toPromotionItem), asOf: tx.asOf };
  });
}

function questionOf(tx: ReadTx, { channels, startsOn, endsOn, exceptId }: OverlapsInput) {
  const given = [startsOn !== null, endsOn !== null, exceptId !== undefined].map(Number).join('');
  const names = channels.map((_, at): Placeholder => sql.placeholder(`channel${at}`));
  return tx.prepared(`promotions.overlaps:${channels.length}:${given}`, (q) =>
    q
      .select(promotionColumns)
      .from(promotions)
      .where(
        and(
          isNull(promotions.removedAt),
          isNull(promotions.stoppedAt),
          eq(promotions.category, sql.placeholder('category')),
          startsOn === null ? undefined : gte(promotions.endsKey, sql.placeholder('startsOn')),
          endsOn === null ? undefined : lte(promotions.startsKey, sql.placeholder('endsOn')),
          exceptId === undefined ? undefined : ne(promotions.id, sql.placeholder('exceptId')),
          inArray(
            promotions.id,
            q
              .select({ id: promotionChannels.promotionId })
              .from(promotionChannels)
              .where(inArray(promotionChannels.channel, names)),
          ),
        ),
      )
      .orderBy(desc(promotions.endsKey), desc(promotions.id))
      .limit(PROMOTION_OVERLAPS_MAX),
  );
}
