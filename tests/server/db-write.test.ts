// Writing and reading, the same on both databases.
import { AsyncResource } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';

import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';

import type { Db, WriteTx } from '#db/database.ts';
import { isUniqueViolation } from '#db/errors.ts';
import { audit } from '#db/schema/audit.ts';
import { events } from '#db/schema/events.ts';
import { people, teams } from '#db/schema/people.ts';
import { auditRows, brokenAt } from '#tests/support/audit-rows.ts';
import { testDatabase } from '#tests/support/database.ts';
import {
  addTeam,
  personRow,
  teamEvent,
  teamNames,
  teamRow,
  writeTeam,
} from '#tests/support/team-rows.ts';

const nobody = { actorId: null };

test('an answer knows its place in the log, and another process finds the change there', async () => {
  await using base = await testDatabase();
  const other = await base.openAgain();
  const first = await writeTeam(base.db, 'Sales');
  const second = await writeTeam(base.db, 'Support');

  expect([first.asOf, second.asOf]).toEqual([`${base.db.epoch}:1`, `${base.db.epoch}:2`]);
  const seen = await other.read(async (tx) => [tx.asOf, await teamNames(tx)]);
  expect(seen).toEqual([second.asOf, ['Sales', 'Support']]);
});

test('the row, the event and the audit row have the instant of the write and its act', async () => {
  const now = new Date('2026-03-02T01:02:03.456Z');
  await using base = await testDatabase({ now: () => now });
  await base.db.write({ actorId: 'ana', mutationId: 'm1' }, (tx) => addTeam(tx, 'Sales'));

  const [event] = await base.db.read(async (tx) => tx.select().from(events));
  const [entry] = await base.db.read(async (tx) => tx.select().from(audit));
  expect(event).toEqual({
    seq: 1,
    feature: 'teams',
    kind: 'team.created',
    entityId: 'Sales',
    version: 1,
    audience: ['staff'],
    payload: `{"json":{"at":"${now.toISOString()}"},"meta":{"values":{"at":["Date"]},"v":1}}`,
    mutationId: 'm1',
    actorId: 'ana',
    at: now,
  });
  expect(entry).toMatchObject({
    at: now,
    actorId: 'ana',
    label: 'team.create',
    subjectId: 'Sales',
  });
});

test('a write that fails leaves nothing, and those beside it stay', async () => {
  await using base = await testDatabase();
  const outcomes = await Promise.allSettled(
    ['a', 'b', 'c', 'd'].map((name) =>
      base.db.write(nobody, async (tx) => {
        await addTeam(tx, name);
        if (name === 'b') throw new Error('changed my mind');
      }),
    ),
  );
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(await base.db.read(teamNames)).toEqual(['a', 'c', 'd']);
  expect(await seqs(base.db)).toEqual([1, 2, 3]);
});

test('a write inside a write, a read inside a write and a read inside a read are refused', async () => {
  await using base = await testDatabase();
  const { db } = base;
  await expect(db.write(nobody, () => writeTeam(db, 'x'))).rejects.toThrow(
    'a write inside a write',
  );
  await expect(db.write(nobody, () => db.read(teamNames))).rejects.toThrow('a read inside a write');
  await expect(db.read(() => db.read(teamNames))).rejects.toThrow('a read inside a read');
  await expect(db.read(() => writeTeam(db, 'x'))).rejects.toThrow('a write inside a read');
  await writeTeam(db, 'still possible');
  expect(await db.read(teamNames)).toEqual(['still possible']);
});

test('a tx, or a query made from it, does nothing after its write is over', async () => {
  await using base = await testDatabase();
  const kept: { tx?: WriteTx; query?: PromiseLike<unknown> } = {};
  await base.db.write(nobody, async (tx) => {
    kept.tx = tx;
    kept.query = tx.insert(teams).values(teamRow(tx, 'late'));
  });
  const tooLate = 'this write is over';
  await expect(Promise.resolve(kept.query)).rejects.toThrow(tooLate);
  await expect(Promise.resolve(kept.tx?.select().from(teams))).rejects.toThrow(tooLate);
  expect(() => kept.tx?.emit(teamEvent({ now: new Date() }, 'late'))).toThrow(tooLate);
  expect(await base.db.read(teamNames)).toEqual([]);
});

test('a write that awaits a timer is rolled back and says so', async () => {
  await using base = await testDatabase();
  const slow = base.db.write(nobody, async (tx) => {
    await addTeam(tx, 'slow');
    await delay(20);
    await addTeam(tx, 'slower');
  });
  const quick = writeTeam(base.db, 'quick');
  await expect(slow).rejects.toThrow('awaited something other than the database');
  await quick;
  await delay(40);
  expect(await base.db.read(teamNames)).toEqual(['quick']);
});

test('a statement that fails fails its whole write, also when the error is caught', async () => {
  await using base = await testDatabase();
  await writeTeam(base.db, 'Sales');
  const swallowed = base.db.write(nobody, async (tx) => {
    await addTeam(tx, 'Support');
    await addTeam(tx, 'Sales').catch((error: unknown) => error);
    return 'all is well';
  });
  await expect(swallowed).rejects.toSatisfy(isUniqueViolation);
  const swallowedAlone = base.db.write(nobody, async (tx) => {
    await addTeam(tx, 'Sales').catch((error: unknown) => error);
  });
  await expect(swallowedAlone).rejects.toSatisfy(isUniqueViolation);
  expect(await base.db.read(teamNames)).toEqual(['Sales']);
});

test('after a failed statement the write can only end, with an error of its own if it has one', async () => {
  await using base = await testDatabase();
  await writeTeam(base.db, 'Sales');
  const goesOn = base.db.write(nobody, async (tx) => {
    await addTeam(tx, 'Sales').catch((error: unknown) => error);
    await addTeam(tx, 'Support');
  });
  await expect(goesOn).rejects.toThrow('this write has failed already');
  const translated = base.db.write(nobody, async (tx) => {
    await addTeam(tx, 'Sales').catch(() => {
      throw new Error('there is a team of that name');
    });
  });
  await expect(translated).rejects.toThrow('there is a team of that name');
});

test('twenty writers in two processes, a third of them failing, leave numbers without gaps', async () => {
  await using base = await testDatabase();
  const both = [base.db, await base.openAgain()];
  const writers = Array.from({ length: 20 }, async (_, writer) => {
    for (let turn = 0; turn < 8; turn++) {
      const write = both[writer % 2]?.write(nobody, async (tx) => {
        await addTeam(tx, `${writer}-${turn}`);
        if ((writer + turn) % 3 === 0) throw new Error('no');
      });
      await write?.catch((error: Error) => expect(error.message).toBe('no'));
    }
  });
  await Promise.all(writers);
  const names = await base.db.read(teamNames);
  expect(names).toHaveLength(107);
  expect(await seqs(base.db)).toEqual(names.map((_, index) => index + 1));
  expect(brokenAt(await auditRows(base.db))).toBe(null);
});

test('of two admins who demote each other at the same moment one stays', async () => {
  await using base = await testDatabase();
  const other = await base.openAgain();
  await base.db.write(nobody, async (tx) => {
    for (const id of ['ana', 'ben'])
      await tx.insert(people).values({ ...personRow(tx, id), role: 'admin' });
    tx.audit('people.create', { kind: 'person', id: 'both' });
  });
  const outcomes = await Promise.allSettled([
    base.db.write(nobody, (tx) => demote(tx, 'ana')),
    other.write(nobody, (tx) => demote(tx, 'ben')),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const admins = await base.db.read(async (tx) =>
    tx.select({ id: people.id }).from(people).where(eq(people.role, 'admin')),
  );
  expect(admins).toHaveLength(1);
});

test('what is read in one read is of one moment', async () => {
  await using base = await testDatabase();
  await writeTeam(base.db, 'Sales');
  const seen = await base.db.read(async (tx) => {
    const before = await teamNames(tx);
    await meanwhile(() => writeTeam(base.db, 'Support'));
    return { asOf: tx.asOf, before, after: await teamNames(tx) };
  });
  expect(seen).toEqual({ asOf: `${base.db.epoch}:1`, before: ['Sales'], after: ['Sales'] });
  expect(await base.db.read(teamNames)).toEqual(['Sales', 'Support']);
});

test('a listener hears the highest number after the commit; one that throws disturbs nobody', async () => {
  await using base = await testDatabase();
  const warned = new Promise((resolve) => process.once('warning', resolve));
  const heads: number[] = [];
  base.db.onCommit(() => {
    throw new Error('listener trouble');
  });
  const stop = base.db.onCommit((head) => heads.push(head));
  await writeTeam(base.db, 'a');
  await base.db.write(nobody, teamNames);
  await writeTeam(base.db, 'b');
  stop();
  await writeTeam(base.db, 'c');
  expect(heads).toEqual([1, 2]);
  expect(await warned).toMatchObject({ message: 'listener trouble' });
});

test('closing finishes what waits and refuses what comes after', async () => {
  await using base = await testDatabase();
  const other = await base.openAgain();
  const waiting = ['a', 'b'].map((name) => writeTeam(other, name));
  await other.close();
  await Promise.all(waiting);
  await expect(writeTeam(other, 'c')).rejects.toThrow('the database is closed');
  await expect(other.read(teamNames)).rejects.toThrow('the database is closed');
  expect(await base.db.read(teamNames)).toEqual(['a', 'b']);
});

async function seqs(db: Db): Promise<number[]> {
  const rows = await db.read(async (tx) =>
    tx.select({ seq: events.seq }).from(events).orderBy(asc(events.seq)),
  );
  return rows.map(({ seq }) => seq);
}

async function demote(tx: WriteTx, id: string) {
  const admins = await tx.lock(
    tx
      .select({ id: people.id })
      .from(people)
      .where(eq(people.role, 'admin'))
      .orderBy(asc(people.id)),
  );
  if (admins.length < 2) throw new Error('the last admin stays');
  await tx.update(people).set({ role: 'staff' }).where(eq(people.id, id));
  tx.audit('people.demote', { kind: 'person', id });
}

/** As another request would, outside the read that is under way. */
const elsewhere = new AsyncResource('another request');

function meanwhile<T>(work: () => Promise<T>): Promise<T> {
  return elsewhere.runInAsyncScope(work);
}
