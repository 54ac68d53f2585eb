import { bool, id, index, instant, int, oneOf, table, text } from './kit.ts';
import { people } from './people.ts';

/**
 * A way somebody looks at a list, kept by name: `query` is the search part of the screen's address. Shared: for all.
 * One that was removed (`removedAt`) can be taken back for a day.
 */
export const savedViews = table(
  'saved_views',
  {
    id: id().primaryKey(),
    screen: oneOf(['tasks', 'promotions']).notNull(),
    ownerId: id()
      .notNull()
      .references(() => people.id),
    isShared: bool().notNull(),
    name: text().notNull(),
    query: text().notNull(),
    version: int().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [
    index('saved_views_owner').on(t.ownerId, t.screen, t.name, t.id),
    index('saved_views_shared').on(t.screen, t.isShared, t.name, t.id),
    index('saved_views_removed').on(t.removedAt),
  ],
);
