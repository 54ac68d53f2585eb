import { id, index, instant, sequence, table, text } from './kit.ts';

/** Who did what, in commit order. `hash` = sha256(prevHash, newline, line): changing a row breaks every later one. */
export const audit = table(
  'audit',
  {
    seq: sequence(),
    at: instant().notNull(),
    actorId: id(),
    label: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: id().notNull(),
    line: text().notNull(),
    prevHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    index('audit_at').on(t.at, t.seq),
    index('audit_actor').on(t.actorId, t.seq),
    index('audit_subject').on(t.subjectKind, t.subjectId, t.seq),
  ],
);
