// What the database is asked about files: never a whole table, however many there are.
import { expect, test } from 'vitest';
import { collectFiles, dropUnneeded } from '#server/files/files.collect.ts';
import { getVisibleFile } from '#server/files/files.visible.ts';
import { newId } from '#server/new-id.ts';
import { newGroup } from '#tests/support/chat-rooms.ts';
import { expectNoFullScan, recordStatements } from '#tests/support/explain.ts';
import { storedFile } from '#tests/support/stored-file.ts';
import { MONDAY_MORNING, testApp } from '#tests/support/test-app.ts';

const TWO_DAYS_MS = 172_800_000;

test('neither showing nor collecting files reads a whole table', async () => {
  const seen = recordStatements();
  await using app = await testApp({ onStatement: seen.add });
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const fileId = await storedFile(app, minsu.id);
  await storedFile(app, minsu.id);
  await minsu.call.chat.send({ id: newId(), roomId, body: '', fileIds: [fileId] });
  const asked = async (act: () => Promise<unknown>) => {
    seen.take();
    await act();
    return seen.take().filter(({ sql }) => /\bfiles\b/.test(sql));
  };
  const shown = await asked(() => app.db.read((tx) => getVisibleFile(tx, jiyoung.viewer, fileId)));
  const dropped = await asked(() => dropUnneeded(app.deps, [newId(), newId()]));
  app.clock.moveTo(new Date(MONDAY_MORNING.getTime() + TWO_DAYS_MS));
  const collected = await asked(() => collectFiles(app.deps));
  for (const statements of [shown, dropped, collected]) {
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) await expectNoFullScan(app.db, statement);
  }
});
