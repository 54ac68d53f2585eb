// The list of promotions: any filter, in pages by key; and how many each of several filters finds. One statement,
// prepared once per kind of question.
import { and, count, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Position, ReadTx } from '#db/database.ts';
import { promotions } from '#db/schema/promotions.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import { asked, filterShape, filterValues } from './promotions.filter.ts';
import {
  decodePromotionCursor,
  encodePromotionCursor,
  promotionKey,
} from './promotions.order.schema.ts';
import { promotionColumns, toPromotionItem } from './promotions.row.ts';
import type {
  CountPromotionsInput,
  ListPromotionsInput,
  PromotionFilter,
  PromotionItem,
} from './promotions.schema.ts';

export type PromotionPage = { items: PromotionItem[]; nextCursor: string | null; asOf: Position };

export function listPromotions(deps: Deps, input: ListPromotionsInput): Promise<PromotionPage> {
  const after = input.cursor === undefined ? null : decodePromotionCursor(input.cursor);
  if (after === undefined)
    throw badRequest('invalid_cursor', { cursor: ['is not a cursor of this list'] });
  const [afterKey, afterId] = after ?? [];
  return deps.db.read(async (tx) => {
    const rows = await questionOf(tx, input).execute({
      ...filterValues(input, deps.clock.now()),
      afterKey,
      afterId,
      limit: input.limit + 1,
    });
    const items = rows.slice(0, input.limit).map(toPromotionItem);
    const last = rows.length > input.limit ? items.at(-1) : undefined;
    const nextCursor = last === undefined ? null : encodePromotionCursor(promotionKey(last));
    return { items, nextCursor, asOf: tx.asOf };
  });
}

/** In the order of the filters. */
export function countPromotions(
  deps: Deps,
  { filters }: CountPromotionsInput,
): Promise<{ counts: number[]; asOf: Position }> {
  return deps.db.read(async (tx) => {
    const now = deps.clock.now();
    const counts: number[] = [];
    for (const filter of filters) counts.push(await counted(tx, filter, now));
    return { counts, asOf: tx.asOf };
  });
}

async function counted(tx: ReadTx, filter: PromotionFilter, now: Date): Promise<number> {
  const question = tx.prepared(`promotions.counts:${filterShape(filter)}`, (q) =>
    q.select({ count: count() }).from(promotions).where(asked(q, filter)),
  );
  const [row] = await question.execute(filterValues(filter, now));
  return row?.count ?? 0;
}

function questionOf(tx: ReadTx, input: ListPromotionsInput) {
  return tx.prepared(`promotions.list:${filterShape(input)}`, (q) =>
    q
      .select(promotionColumns)
      .from(promotions)
      .where(and(asked(q, input), input.cursor === undefined ? undefined : afterCursor()))
      .orderBy(desc(promotions.endsKey), desc(promotions.id))
      .limit(sql.placeholder('limit')),
  );
}

function afterCursor(): SQL | undefined {
  const [key, id] = [sql.placeholder('afterKey'), sql.placeholder('afterId')];
  return or(lt(promotions.endsKey, key), and(eq(promotions.endsKey, key), lt(promotions.id, id)));
}
