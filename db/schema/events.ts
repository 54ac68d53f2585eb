import { id, index, instant, int, json, sequence, table, text } from './kit.ts';

/** The log of changes, in commit order and without gaps. `payload` is superjson text, null when the thing is gone. */
export const events = table(
  'events',
  {
    seq: sequence(),
    feature: text().notNull(),
    kind: text().notNull(),
    entityId: id().notNull(),
    version: int().notNull(),
    audience: json<string[]>().notNull(),
    payload: text(),
    mutationId: text(),
    actorId: id(),
    at: instant().notNull(),
  },
  (t) => [index('events_at').on(t.at)],
);
