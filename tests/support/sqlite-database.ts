// SQLite files for tests. All processes of a run share one migrated template; a change of the migrations makes another.
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { migrateDatabase } from '#db/migrate.ts';
import type { EmptyDatabase } from './database.ts';
import { migrationsDigest } from './migrations-digest.ts';

const folder = join(tmpdir(), `haru-templates-${process.getuid?.() ?? 'any'}`);

export async function newSqliteDatabase(): Promise<EmptyDatabase> {
  const template = await sqliteTemplate();
  const own = fs.mkdtempSync(join(tmpdir(), 'haru-test-'));
  const file = join(own, 'haru.db');
  fs.copyFileSync(template, file, fs.constants.COPYFILE_FICLONE);
  return {
    url: pathToFileURL(file).href,
    remove: async () => fs.rmSync(own, { recursive: true, force: true }),
  };
}

/** Made under a name of its own and then renamed, so that a process that looks finds all of it or nothing. */
async function sqliteTemplate(): Promise<string> {
  const template = join(folder, `${migrationsDigest('sqlite')}.db`);
  if (fs.existsSync(template)) return template;
  const draft = join(folder, `draft-${process.pid}.db`);
  await migrateDatabase({ url: pathToFileURL(draft).href });
  fs.renameSync(draft, template);
  return template;
}
