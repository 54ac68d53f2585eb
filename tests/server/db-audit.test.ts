// Who did what: a change has a label, and the rows hang together so that nobody can change them unseen.
import { expect, test } from 'vitest';

import type { AuditEntry } from '#db/audit-chain.ts';
import { teams } from '#db/schema/people.ts';
import { auditRows, brokenAt } from '#tests/support/audit-rows.ts';
import { testDatabase } from '#tests/support/database.ts';
import { teamEvent, teamNames, teamRow, writeTeam } from '#tests/support/team-rows.ts';

const nobody = { actorId: null };

test('a change without an audit label is refused, whether a row or an event', async () => {
  await using base = await testDatabase();
  const row = base.db.write(nobody, async (tx) => {
    await tx.insert(teams).values(teamRow(tx, 'Sales'));
  });
  await expect(row).rejects.toThrow('a write without an audit label');
  const event = base.db.write(nobody, async (tx) => tx.emit(teamEvent(tx, 'Sales')));
  await expect(event).rejects.toThrow('a write without an audit label');
  expect(await base.db.read(async (tx) => [tx.seq, await teamNames(tx)])).toEqual([0, []]);
});

test('a write that finds nothing to change needs no label', async () => {
  await using base = await testDatabase();
  await writeTeam(base.db, 'Sales');
  const again = await base.db.write(nobody, async (tx) => {
    await tx.insert(teams).values(teamRow(tx, 'Sales')).onConflictDoNothing();
    return teamNames(tx);
  });
  expect(again).toEqual({ value: ['Sales'], asOf: `${base.db.epoch}:1` });
});

test('the audit chain notices a row that was changed, moved or taken out', async () => {
  await using base = await testDatabase();
  for (const name of ['a', 'b', 'c']) await writeTeam(base.db, name);
  const rows = await auditRows(base.db);
  expect(brokenAt(rows)).toBe(null);
  const changed = (index: number, change: Partial<AuditEntry>) =>
    rows.map((row, at) => (at === index ? { ...row, ...change } : row));
  expect(brokenAt(changed(1, { line: rows[1]?.line.replace('"b"', '"x"') ?? '' }))).toBe(2);
  expect(brokenAt(changed(1, { subjectId: 'x' }))).toBe(2);
  expect(brokenAt(changed(2, { actorId: 'x' }))).toBe(3);
  expect(brokenAt(rows.toSpliced(1, 1))).toBe(3);
  expect(brokenAt(rows.toSpliced(0, 2, ...rows.slice(0, 2).toReversed()))).toBe(2);
});
