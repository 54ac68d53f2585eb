// The log forgets what is old, too much or too long, oldest first.
import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';

import type { Db } from '#db/database.ts';
import { pruneEvents, type Retention } from '#db/prune.ts';
import { events } from '#db/schema/events.ts';
import { testDatabase } from '#tests/support/database.ts';

const ALL: Retention = { olderThan: new Date(0), keepRows: 1e9, keepBytes: 1e9 };

test('events older than the limit go, and the last one stays however old it is', async () => {
  let now = new Date('2026-03-01T00:00:00Z');
  await using base = await testDatabase({ now: () => now });
  await emit(base.db, 5);
  now = new Date('2026-03-02T00:00:00Z');
  await emit(base.db, 3);
  expect(await pruneEvents(base.db, ALL)).toBe(0);
  expect(await pruneEvents(base.db, { ...ALL, olderThan: new Date('2026-03-01T12:00:00Z') })).toBe(
    5,
  );
  expect(await seqs(base.db)).toEqual([6, 7, 8]);
  expect(await pruneEvents(base.db, { ...ALL, olderThan: new Date('2026-04-01') })).toBe(2);
  await emit(base.db, 1);
  expect(await seqs(base.db)).toEqual([8, 9]);
});

test('only so many rows are kept, in steps of a thousand', async () => {
  await using base = await testDatabase();
  await emit(base.db, 2500);
  expect(await pruneEvents(base.db, { ...ALL, keepRows: 10 })).toBe(2490);
  expect(await seqs(base.db)).toEqual(Array.from({ length: 10 }, (_, index) => 2491 + index));
});

test('only so many bytes are kept, also when another process forgot some', async () => {
  await using base = await testDatabase();
  const other = await base.openAgain();
  await emit(base.db, 1200);
  const sizeBytes = await payloadBytes(base.db);
  const forgotten = await pruneEvents(base.db, { ...ALL, keepBytes: sizeBytes / 2 });
  expect(forgotten).toBeGreaterThan(590);
  expect(forgotten).toBeLessThan(610);
  expect(await payloadBytes(base.db)).toBeLessThanOrEqual(sizeBytes / 2);
  await emit(base.db, 100);
  await pruneEvents(other, { ...ALL, keepRows: 50 });
  expect(await pruneEvents(base.db, { ...ALL, keepBytes: sizeBytes / 2 })).toBe(0);
  expect(await seqs(base.db)).toHaveLength(50);
});

async function emit(db: Db, count: number) {
  await db.write({ actorId: null }, async (tx) => {
    for (let index = 0; index < count; index++) {
      const id = `team ${index}`;
      const data = { text: 'x'.repeat(index % 100) };
      tx.emit({
        feature: 'teams',
        kind: 'team.changed',
        id,
        version: 1,
        audience: ['staff'],
        data,
      });
    }
    tx.audit('test.emit', { kind: 'test', id: 'many' });
  });
}

async function seqs(db: Db): Promise<number[]> {
  const rows = await db.read(async (tx) =>
    tx.select({ seq: events.seq }).from(events).orderBy(asc(events.seq)),
  );
  return rows.map(({ seq }) => seq);
}

async function payloadBytes(db: Db): Promise<number> {
  const rows = await db.read(async (tx) => tx.select({ payload: events.payload }).from(events));
  return rows.reduce((sum, { payload }) => sum + Buffer.byteLength(payload ?? ''), 0);
}
