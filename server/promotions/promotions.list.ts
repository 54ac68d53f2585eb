// The list of promotions: any filter, in pages by key. One statement, prepared once per kind of question.
import {
  and,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Position, ReadTx } from '#db/database.ts';
import { promotionChannels, promotions } from '#db/schema/promotions.ts';
import type { Deps } from '../deps.ts';
import { badRequest, notFound } from '../errors.ts';
import { seoulDay } from '../seoul.schema.ts';
import {
  decodePromotionCursor,
  encodePromotionCursor,
  promotionKey,
} from './promotions.order.schema.ts';
import { promotionColumns, toPromotionItem } from './promotions.row.ts';
import type { ListPromotionsInput, PromotionItem, PromotionStatus } from './promotions.schema.ts';

export type PromotionPage = { items: PromotionItem[]; nextCursor: string | null; asOf: Position };

export function listPromotions(deps: Deps, input: ListPromotionsInput): Promise<PromotionPage> {
  const after = input.cursor === undefined ? null : decodePromotionCursor(input.cursor);
  if (after === undefined)
    throw badRequest('invalid_cursor', { cursor: ['is not a cursor of this list'] });
  const [afterKey, afterId] = after ?? [];
  return deps.db.read(async (tx) => {
    const rows = await questionOf(tx, input).execute({
      ...input,
      text: input.text === undefined ? undefined : likeAnywhere(input.text),
      today: seoulDay(deps.clock.now()),
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

export function getPromotion(
  deps: Deps,
  input: { id: string },
): Promise<{ item: PromotionItem; asOf: Position }> {
  return deps.db.read(async (tx) => {
    const question = tx.prepared('promotions.get', (q) =>
      q
        .select(promotionColumns)
        .from(promotions)
        .where(and(eq(promotions.id, sql.placeholder('id')), isNull(promotions.removedAt))),
    );
    const [row] = await question.execute({ id: input.id });
    if (row === undefined) throw notFound('promotion');
    return { item: toPromotionItem(row), asOf: tx.asOf };
  });
}

/** Which of the filters are given decides the statement; their values are its parameters. */
function questionOf(tx: ReadTx, input: ListPromotionsInput) {
  const given = Object.entries(input).flatMap(([name, value]) =>
    value === undefined || name === 'limit' ? [] : [name],
  );
  const shape = [input.status ?? '', ...given.toSorted()].join(',');
  return tx.prepared(`promotions.list:${shape}`, (q) =>
    q
      .select(promotionColumns)
      .from(promotions)
      .where(
        and(
          isNull(promotions.removedAt),
          ...filtersOf(q, input),
          input.cursor === undefined ? undefined : afterCursor(),
        ),
      )
      .orderBy(desc(promotions.endsKey), desc(promotions.id))
      .limit(sql.placeholder('limit')),
  );
}

function filtersOf(q: Pick<ReadTx, 'select'>, input: ListPromotionsInput): (SQL | undefined)[] {
  const at = (name: keyof ListPromotionsInput) => sql.placeholder(name);
  const onChannel = () =>
    q
      .select({ id: promotionChannels.promotionId })
      .from(promotionChannels)
      .where(eq(promotionChannels.channel, at('channel')));
  return [
    input.category === undefined ? undefined : eq(promotions.category, at('category')),
    input.channel === undefined ? undefined : inArray(promotions.id, onChannel()),
    input.on === undefined ? undefined : hasStatus('running', 'on'),
    input.from === undefined ? undefined : gte(promotions.endsKey, at('from')),
    input.to === undefined ? undefined : lte(promotions.startsKey, at('to')),
    input.status === undefined ? undefined : hasStatus(input.status, 'today'),
    input.text === undefined
      ? undefined
      : sql`${promotions.searchFold} like ${at('text')} escape '!'`,
  ];
}

/** statusOn() as SQL; `day` names the parameter. */
function hasStatus(status: PromotionStatus, day: string): SQL | undefined {
  const on = sql.placeholder(day);
  const isFree = isNull(promotions.stoppedAt);
  switch (status) {
    case 'stopped':
      return isNotNull(promotions.stoppedAt);
    case 'scheduled':
      return and(isFree, gt(promotions.startsKey, on));
    case 'ended':
      return and(isFree, lt(promotions.endsKey, on));
    case 'running':
      return and(isFree, lte(promotions.startsKey, on), gte(promotions.endsKey, on));
  }
}

function afterCursor(): SQL | undefined {
  const [key, id] = [sql.placeholder('afterKey'), sql.placeholder('afterId')];
  return or(lt(promotions.endsKey, key), and(eq(promotions.endsKey, key), lt(promotions.id, id)));
}

function likeAnywhere(text: string): string {
  return `%${text.toLowerCase().replaceAll(/[!%_]/g, '!$&')}%`;
}
