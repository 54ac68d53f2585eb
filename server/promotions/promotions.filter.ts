// Which promotions somebody asks for, as SQL. Which of the filters are given decides the statement; their values are its
// parameters. The same in plain code: matchesPromotionFilter.
import { and, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { ReadTx } from '#db/database.ts';
import { promotionChannels, promotions } from '#db/schema/promotions.ts';
import { addDays, seoulDay } from '../seoul.schema.ts';
import type { PromotionFilter, PromotionStatus } from './promotions.schema.ts';
import { DAYS_LEFT_SOON } from './promotions.status.schema.ts';

/** One name for each different statement; of the values only the status is part of it. */
export function filterShape(filter: PromotionFilter): string {
  const given = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined || value === false || name === 'limit' ? [] : [name],
  );
  return [filter.status ?? '', ...given.toSorted()].join(',');
}

export function filterValues(filter: PromotionFilter, now: Date): Record<string, unknown> {
  const { category, channel, on, from, to, startsOn, endsOn, text } = filter;
  const today = seoulDay(now);
  return {
    category,
    channel,
    on,
    from,
    to,
    startsOn,
    endsOn,
    today,
    soonDay: addDays(today, DAYS_LEFT_SOON - 1),
    text: text === undefined ? undefined : `%${text.toLowerCase().replaceAll(/[!%_]/g, '!$&')}%`,
  };
}

/** Those that are not removed and that the filter is for. */
export function asked(q: Pick<ReadTx, 'select'>, filter: PromotionFilter): SQL | undefined {
  const at = (name: keyof PromotionFilter) => sql.placeholder(name);
  const onChannel = () =>
    q
      .select({ id: promotionChannels.promotionId })
      .from(promotionChannels)
      .where(eq(promotionChannels.channel, at('channel')));
  return and(
    isNull(promotions.removedAt),
    filter.category === undefined ? undefined : eq(promotions.category, at('category')),
    filter.channel === undefined ? undefined : inArray(promotions.id, onChannel()),
    filter.on === undefined ? undefined : hasStatus('running', 'on'),
    filter.from === undefined ? undefined : gte(promotions.endsKey, at('from')),
    filter.to === undefined ? undefined : lte(promotions.startsKey, at('to')),
    filter.startsOn === undefined ? undefined : eq(promotions.startsKey, at('startsOn')),
    filter.endsOn === undefined ? undefined : eq(promotions.endsKey, at('endsOn')),
    filter.status === undefined ? undefined : hasStatus(filter.status, 'today'),
    filter.endingSoon === true
      ? and(hasStatus('running', 'today'), lte(promotions.endsKey, sql.placeholder('soonDay')))
      : undefined,
    filter.text === undefined
      ? undefined
      : sql`${promotions.searchFold} like ${at('text')} escape '!'`,
  );
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
