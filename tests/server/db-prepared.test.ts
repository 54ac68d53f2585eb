// Prepared queries are kept per connection; there are more kinds of questions than can be kept.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startJob } from '#db/job.ts';
import { isPostgres } from '#db/schema/kit.ts';
import { openWriter } from '#db/sqlite/connection.ts';
import { preparedQuery } from '#db/sqlite/engine.ts';
import { testDatabase } from '#tests/support/database.ts';
import { writeTeam } from '#tests/support/team-rows.ts';
import { teams } from '#db/schema/people.ts';

const KINDS = 1200;
const KEPT = 500;

test('however many kinds of questions people ask, all are answered and a bounded number stays prepared', async () => {
  await using base = await testDatabase({ readers: 2 });
  await writeTeam(base.db, 'a');
  const ask = (kind: number) =>
    base.db.read((tx) =>
      tx.prepared(`kind:${kind}`, (q) => q.select({ id: teams.id }).from(teams)).execute(),
    );
  for (let kind = 0; kind < KINDS; kind++) await ask(kind);
  for (const kind of [0, KEPT, KINDS - 1]) expect(await ask(kind)).toEqual([{ id: 'a' }]);
  const kept = await base.db.read((tx) =>
    isPostgres
      ? tx.rows<{ count: string }>(sql`select count(*) as count from pg_prepared_statements`)
      : Promise.resolve([{ count: '0' }]),
  );
  expect(Number(kept[0]?.count)).toBeLessThanOrEqual(KEPT + 50);
});

test('a SQLite connection forgets the oldest of too many', () => {
  const folder = mkdtempSync(join(tmpdir(), 'haru-prepared-'));
  writeFileSync(join(folder, 'empty.db'), '');
  const connection = openWriter(join(folder, 'empty.db'));
  const job = startJob('read');
  for (let kind = 0; kind < KINDS; kind++)
    preparedQuery(connection, job, { name: `kind:${kind}`, build: () => sql`select 1` });
  expect(connection.prepared.size).toBe(KEPT);
  expect(connection.prepared.has(`kind:${KINDS - 1}`)).toBe(true);
  connection.client.close();
  rmSync(folder, { recursive: true });
});
