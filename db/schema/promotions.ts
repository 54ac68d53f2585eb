import { day, id, index, instant, int, json, primaryKey, table, text } from './kit.ts';
import { people } from './people.ts';

/** Both days are inclusive Seoul days; null = open. Whether it runs is computed from a day, never stored. */
export const promotions = table(
  'promotions',
  {
    id: id().primaryKey(),
    title: text().notNull(),
    body: text().notNull(),
    category: text().notNull(),
    channels: json<string[]>().notNull(),
    startsOn: day(),
    endsOn: day(),
    ownerId: id()
      .notNull()
      .references(() => people.id),
    creatorId: id()
      .notNull()
      .references(() => people.id),
    stoppedAt: instant(),
    version: int().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [
    index('promotions_starts').on(t.removedAt, t.startsOn, t.id),
    index('promotions_ends').on(t.removedAt, t.endsOn, t.id),
    index('promotions_category').on(t.category, t.removedAt),
  ],
);

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
