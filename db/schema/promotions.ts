import { sql } from 'drizzle-orm';
import { day, id, index, instant, int, json, primaryKey, table, text } from './kit.ts';
import { people } from './people.ts';

/**
 * Both days are inclusive Seoul days; null = open. Whether it runs is computed from a day, never stored.
 * `startsKey` and `endsKey` are the days with an open one as the first or last of all, so that an index can sort them.
 */
export const promotions = table(
  'promotions',
  {
    id: id().primaryKey(),
    title: text().notNull(),
    body: text().notNull(),
    /** What it brought, written afterwards. */
    resultNote: text().notNull().default(''),
    /** Title and body as search compares them: lower case. */
    searchFold: text().notNull(),
    category: text().notNull(),
    channels: json<string[]>().notNull(),
    startsOn: day(),
    endsOn: day(),
    startsKey: day()
      .notNull()
      .generatedAlwaysAs(sql`coalesce("starts_on", '0000-01-01')`),
    endsKey: day()
      .notNull()
      .generatedAlwaysAs(sql`coalesce("ends_on", '9999-12-31')`),
    ownerId: id()
      .notNull()
      .references(() => people.id),
    creatorId: id()
      .notNull()
      .references(() => people.id),
    stoppedAt: instant(),
    version: int().notNull(),
    fieldVersions: json<Record<string, number>>().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    /** The title as search everywhere compares it; null until a start has filled it. */
    searchKey: text(),
    removedAt: instant(),
    removedById: id().references(() => people.id),
  },
  (t) => [
    index('promotions_starts').on(t.removedAt, t.startsKey, t.id),
    index('promotions_ends').on(t.removedAt, t.endsKey, t.id),
    index('promotions_category').on(t.removedAt, t.category, t.endsKey, t.id),
  ],
);

/** Repeats `promotions.channels`, for filtering by one. */
export const promotionChannels = table(
  'promotion_channels',
  {
    promotionId: id()
      .notNull()
      .references(() => promotions.id, { onDelete: 'cascade' }),
    channel: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.promotionId, t.channel] }),
    index('promotion_channels_channel').on(t.channel, t.promotionId),
  ],
);
