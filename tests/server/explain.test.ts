// The helper that later tests rely on has to see a full scan where there is one, and none where there is none.
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';

import { isPostgres } from '#db/schema/kit.ts';
import { people, teams } from '#db/schema/people.ts';
import { testDatabase } from '#tests/support/database.ts';
import { expectNoFullScan, explainPlan, recordStatements } from '#tests/support/explain.ts';

test('a query with an index passes, with its values in place', async () => {
  const seen = recordStatements();
  await using base = await testDatabase({ onStatement: seen.add });
  await base.db.read(async (tx) => {
    await tx.select().from(people).where(eq(people.username, 'ana'));
    await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.teamId, 'Sales'), inArray(people.id, ['a', 'b'])));
    await tx.select().from(people).where(gt(people.name, '가')).orderBy(asc(people.name)).limit(5);
    await tx.rows(sql`select id from teams where name = ${'Sales'}`);
  });
  const statements = seen.take();
  expect(statements).toHaveLength(4);
  for (const statement of statements) await expectNoFullScan(base.db, statement);
});

test('a query that reads a whole table fails, unless the table is said to be small', async () => {
  const seen = recordStatements();
  await using base = await testDatabase({ onStatement: seen.add });
  await base.db.read(async (tx) => {
    await tx.select({ id: teams.id }).from(teams).where(eq(teams.version, 1));
  });
  const [statement] = seen.take();
  if (!statement) throw new Error('the statement was not seen');
  await expect(expectNoFullScan(base.db, statement)).rejects.toThrow(
    isPostgres ? 'Seq Scan on teams' : 'SCAN teams',
  );
  await expectNoFullScan(base.db, statement, ['teams']);
  expect((await explainPlan(base.db, statement)).join()).toContain('teams');
});

test('writes are seen as well, each statement with its values', async () => {
  const seen = recordStatements();
  await using base = await testDatabase({ onStatement: seen.add });
  await base.db.write({ actorId: null }, async (tx) => {
    await tx.update(teams).set({ version: 7 }).where(eq(teams.id, 'Sales'));
  });
  expect(seen.take()).toEqual([
    { sql: expect.stringMatching(/^update "teams" set "version" = /), params: [7, 'Sales'] },
  ]);
});
