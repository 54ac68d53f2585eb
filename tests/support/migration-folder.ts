// A folder with this version's migrations and one more, for tests of migrating.
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { migrationsFolder } from '#db/migration-files.ts';
import { isPostgres } from '#db/schema/kit.ts';

type Journal = {
  entries: { idx: number; when: number; tag: string; breakpoints: boolean; version: string }[];
};
type MoreMigrations = Disposable & { folder: string };

const ownMigrations = () => migrationsFolder(isPostgres ? 'postgres' : 'sqlite');

export function withOneMore(statements: string[]): MoreMigrations {
  const folder = fs.mkdtempSync(join(tmpdir(), 'haru-migrations-'));
  fs.cpSync(ownMigrations(), folder, { recursive: true });
  const journal = journalOf(folder);
  const last = journal.entries.at(-1);
  if (!last) throw new Error('there are no migrations');
  const more = { ...last, idx: last.idx + 1, when: last.when + 1, tag: 'one_more' };
  journal.entries.push(more);
  fs.writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(journal));
  fs.writeFileSync(join(folder, 'one_more.sql'), statements.join('\n--> statement-breakpoint\n'));
  return { folder, [Symbol.dispose]: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

export function journalOf(folder: string): Journal {
  return JSON.parse(fs.readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as Journal;
}
