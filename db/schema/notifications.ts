import { id, index, instant, int, json, table, text } from './kit.ts';
import { people } from './people.ts';

/** What somebody else did that one person should know. `facts` is what the sentence needs, by kind. */
export const notifications = table(
  'notifications',
  {
    id: id().primaryKey(),
    userId: id()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: id().notNull(),
    actorId: id().references(() => people.id),
    facts: json<Record<string, string>>().notNull(),
    version: int().notNull(),
    createdAt: instant().notNull(),
    readAt: instant(),
  },
  (t) => [
    index('notifications_user').on(t.userId, t.readAt, t.createdAt),
    index('notifications_newest').on(t.userId, t.createdAt, t.id),
    index('notifications_subject').on(t.subjectKind, t.subjectId),
  ],
);
