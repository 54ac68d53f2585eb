import { id, index, instant, int, table, text } from './kit.ts';
import { people } from './people.ts';

/** A file as a message or a comment shows it. `width` and `height` are a picture's, in pixels. */
export type AttachedFile = {
  id: string;
  name: string;
  bytes: number;
  type: string;
  width: number | null;
  height: number | null;
  hasThumbnail: boolean;
};

/**
 * A file somebody put on a message or a comment. The bytes lie under `hash`, once; `type` was sniffed, never claimed.
 * `width` and `height` are a picture's, `thumbnailHash` a small copy of it. Without a subject it waits to be put somewhere;
 * with `removedAt` it was taken off its subject, and may be put back there for a day.
 */
export const files = table(
  'files',
  {
    id: id().primaryKey(),
    hash: text().notNull(),
    name: text().notNull(),
    type: text().notNull(),
    sizeBytes: int().notNull(),
    width: int(),
    height: int(),
    thumbnailHash: text(),
    ownerId: id()
      .notNull()
      .references(() => people.id),
    subjectKind: text(),
    subjectId: id(),
    createdAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [
    index('files_hash').on(t.hash),
    index('files_thumbnail').on(t.thumbnailHash),
    index('files_removed').on(t.removedAt),
    index('files_subject').on(t.subjectKind, t.subjectId, t.createdAt),
  ],
);
