// The counts beside the filters, the same for everybody: cached until a promotion changes or the Seoul day turns.
import { count, eq, isNull, sql } from 'drizzle-orm';
import type { Position, ReadTx } from '#db/database.ts';
import { promotionChannels, promotions } from '#db/schema/promotions.ts';
import type { Deps } from '../deps.ts';
import type { Cache, Caches } from '../live/caches.ts';
import { addDays, seoulDay } from '../seoul.schema.ts';
import { countsByName } from './promotions.counts.schema.ts';
import type { PromotionFilters, PromotionStatus } from './promotions.schema.ts';
import { DAYS_LEFT_SOON } from './promotions.status.schema.ts';

/** Never older than `cursor`, what the caller has seen. */
export async function promotionFilters(
  deps: Deps,
  cursor: string | null,
): Promise<PromotionFilters & { asOf: Position }> {
  const day = seoulDay(deps.clock.now());
  const { value, asOf } = await cacheOf(deps.caches).get(day, cursor, (tx) => counted(tx, day));
  return { ...value, asOf };
}

async function counted(tx: ReadTx, day: string): Promise<PromotionFilters> {
  const [groups, channels] = [await groupsOf(tx, day), await channelsOf(tx)];
  let endingSoon = 0;
  const categories = new Map<string, number>();
  const statuses: Record<PromotionStatus, number> = {
    scheduled: 0,
    running: 0,
    ended: 0,
    stopped: 0,
  };
  for (const group of groups) {
    categories.set(group.category, (categories.get(group.category) ?? 0) + group.count);
    statuses[group.status] += group.count;
    endingSoon += Number(group.soon);
  }
  return {
    day,
    categories: countsByName(categories),
    channels: countsByName(new Map(channels.map(({ name, count }) => [name, count]))),
    statuses,
    endingSoon,
  };
}

/** Promotions by category and status, and how many of them end soon. */
function groupsOf(tx: ReadTx, day: string) {
  const today = sql.placeholder('day');
  const status = sql<PromotionStatus>`case when ${promotions.stoppedAt} is not null then 'stopped'
    when ${promotions.startsKey} > ${today} then 'scheduled'
    when ${promotions.endsKey} < ${today} then 'ended' else 'running' end`;
  const question = tx.prepared('promotions.filters.groups', (q) =>
    q
      .select({
        category: promotions.category,
        status: status.as('status'),
        count: count(),
        soon: sql<number | string>`sum(case when ${promotions.stoppedAt} is null
          and ${promotions.startsKey} <= ${today} and ${promotions.endsKey} >= ${today}
          and ${promotions.endsKey} <= ${sql.placeholder('soonDay')} then 1 else 0 end)`,
      })
      .from(promotions)
      .where(isNull(promotions.removedAt))
      .groupBy(promotions.category, sql`2`),
  );
  return question.execute({ day, soonDay: addDays(day, DAYS_LEFT_SOON - 1) });
}

function channelsOf(tx: ReadTx) {
  const question = tx.prepared('promotions.filters.channels', (q) =>
    q
      .select({ name: promotionChannels.channel, count: count() })
      .from(promotions)
      .innerJoin(promotionChannels, eq(promotionChannels.promotionId, promotions.id))
      .where(isNull(promotions.removedAt))
      .groupBy(promotionChannels.channel),
  );
  return question.execute({});
}

const cacheOfProcess = new WeakMap<Caches, Cache<PromotionFilters>>();

function cacheOf(caches: Caches): Cache<PromotionFilters> {
  const known = cacheOfProcess.get(caches);
  if (known !== undefined) return known;
  const made = caches.create<PromotionFilters>('promotions.filters', {
    max: 2,
    affects: ({ feature }) => (feature === 'promotions' || feature === 'day' ? 'all' : null),
  });
  cacheOfProcess.set(caches, made);
  return made;
}
