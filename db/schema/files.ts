import { id, index, instant, int, table, text } from './kit.ts';
import { people } from './people.ts';

/** A file somebody put on a message or a comment. The bytes lie under `hash`, once; `type` was sniffed, never claimed. */
export const files = table(
  'files',
  {
    id: id().primaryKey(),
    hash: text().notNull(),
    name: text().notNull(),
    type: text().notNull(),
    sizeBytes: int().notNull(),
    ownerId: id()
      .notNull()
      .references(() => people.id),
    subjectKind: text(),
    subjectId: id(),
    createdAt: instant().notNull(),
  },
  (t) => [index('files_hash').on(t.hash), index('files_subject').on(t.subjectKind, t.subjectId)],
);
