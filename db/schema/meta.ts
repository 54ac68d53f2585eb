import { table, text } from './kit.ts';

/** One row per fact about this database: `epoch` (renewed after a restore), `day:…` (Seoul days that have begun). */
export const meta = table('meta', {
  key: text().primaryKey(),
  value: text().notNull(),
});
