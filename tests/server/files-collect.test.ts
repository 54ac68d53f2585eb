import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { files } from '#db/schema/files.ts';
import { FileStore } from '#server/files/file-store.ts';
import { collectFiles, dropUnneeded } from '#server/files/files.collect.ts';
import { bodyOf } from '#server/http/file-source.ts';
import { during } from '#tests/support/during.ts';
import { eventually } from '#tests/support/eventually.ts';
import { FakeClock } from '#tests/support/fake-clock.ts';
import { fileDesk, open, post, room, sha256, upload } from '#tests/support/file-desk.ts';
import { newId } from '#server/new-id.ts';
import { MONDAY_MORNING } from '#tests/support/test-app.ts';

const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

test('a file that was never put anywhere goes after a day, with its bytes; others stay', async () => {
  const clock = new FakeClock(MONDAY_MORNING);
  await using desk = await fileDesk({ clock });
  const { deps, db } = desk.app;
  const minsu = await desk.app.signedIn('minsu');
  const jiyoung = await desk.app.signedIn('jiyoung');
  const roomId = await room(desk, minsu, [jiyoung]);
  const used = await upload(desk, minsu, { body: 'used' });
  await post(desk, minsu, { roomId, fileIds: [used.id] });
  await upload(desk, minsu, { body: 'forgotten' });
  await upload(desk, minsu, { body: 'used' });
  clock.moveTo(new Date(MONDAY_MORNING.getTime() + DAY_MS - 1));
  const early = await during(desk.app, () => collectFiles(deps));
  expect(early.labels).toEqual([]);
  clock.moveTo(new Date(MONDAY_MORNING.getTime() + DAY_MS + 1));
  const late = await during(desk.app, () => collectFiles(deps));
  expect(late.labels).toEqual(['files.collect']);
  const rows = await db.read((tx) => tx.select().from(files));
  expect(rows.map(({ id }) => id)).toEqual([used.id]);
  const hash = sha256('used');
  expect(await desk.onDisk()).toEqual([`${hash.slice(0, 2)}/${hash}`]);
});

test('it is looked for by itself, once an hour', async () => {
  const clock = new FakeClock(MONDAY_MORNING);
  await using desk = await fileDesk({ clock });
  const minsu = await desk.app.signedIn('minsu');
  await upload(desk, minsu);
  clock.moveTo(new Date(MONDAY_MORNING.getTime() + DAY_MS + HOUR_MS));
  await eventually(async () => expect(await desk.onDisk()).toEqual([]));
});

test('what a killed process left in the middle goes, or goes back to where it is needed', async () => {
  await using desk = await fileDesk();
  const minsu = await desk.app.signedIn('minsu');
  await upload(desk, minsu, { body: 'needed' });
  const hash = sha256('needed');
  const kept = join(desk.dataDir, 'files', hash.slice(0, 2), hash);
  const { files: store } = desk.app.deps;
  const tmp = join(desk.dataDir, 'files', 'tmp');
  await writeFile(join(tmp, '0123456789abcdef.part'), 'half a fi');
  const aside = (of: string) => join(tmp, `${of}.0123456789abcdef.trash`);
  await writeFile(aside(hash), 'needed');
  await writeFile(aside(sha256('gone')), 'gone');
  await store.drop(hash, () => Promise.resolve(false));
  await store.tidy(new Date(0), () => Promise.resolve(false));
  expect(await desk.onDisk()).toHaveLength(3);
  await store.tidy(new Date(Date.now() + 1000), (one) => Promise.resolve(one === hash));
  expect(await desk.onDisk()).toEqual([`${hash.slice(0, 2)}/${hash}`]);
  expect(await readFile(kept, 'utf8')).toBe('needed');
});

test('collecting and uploading the same content at once never leaves a file without its bytes', async () => {
  await using desk = await fileDesk();
  const { deps, db } = desk.app;
  const minsu = await desk.app.signedIn('minsu');
  const jiyoung = await desk.app.signedIn('jiyoung');
  const hash = sha256('hello');
  const isOver = new AbortController();
  using _end = { [Symbol.dispose]: () => isOver.abort() };
  const collecting = (async () => {
    while (!isOver.signal.aborted) {
      await dropUnneeded(deps, [hash]);
      await nextTurn();
    }
  })();
  for (let time = 0; time < 40; time += 1) {
    const sent = await Promise.all([upload(desk, minsu), upload(desk, jiyoung)]);
    for (const [at, { id }] of sent.entries()) {
      const answer = await desk.ask(`/files/${id}`, { as: at === 0 ? minsu : jiyoung });
      expect([answer.status, answer.body.toString()]).toEqual([200, 'hello']);
    }
    await db.write({ actorId: null }, async (tx) => {
      await tx.delete(files);
      tx.audit('test.forget', { kind: 'files', id: 'files' });
    });
  }
  isOver.abort();
  await collecting;
  await collectFiles(deps);
  expect(await desk.onDisk()).toEqual([]);
});

/** Its collector looks at exactly the worst moments. */
class Interrupted extends FileStore {
  betweenKeepAndRow = () => Promise.resolve();
  protected keptTimes = 0;
  override async keep(received: Parameters<FileStore['keep']>[0]): Promise<void> {
    await super.keep(received);
    this.keptTimes += 1;
    if (this.keptTimes === 1) await this.betweenKeepAndRow();
  }
}

test('bytes that are collected just before their row is stored are put back', async () => {
  await using desk = await fileDesk();
  const store = new Interrupted(desk.dataDir);
  await using other = await fileDesk({ files: store });
  store.betweenKeepAndRow = () => dropUnneeded(other.app.deps, [sha256('hello')]);
  const minsu = await other.app.signedIn('minsu');
  const { id } = await upload(other, minsu);
  expect((await other.ask(`/files/${id}`, { as: minsu })).body.toString()).toBe('hello');
});

test('bytes whose row is stored just before they are collected stay', async () => {
  await using desk = await fileDesk();
  const { files: store } = desk.app.deps;
  const minsu = await desk.app.signedIn('minsu');
  const { id } = await upload(desk, minsu);
  await store.drop(sha256('hello'), () => Promise.resolve(true));
  expect((await desk.ask(`/files/${id}`, { as: minsu })).body.toString()).toBe('hello');
  expect(await desk.onDisk()).toHaveLength(1);
});

test('a sender who falls silent is not waited for', async () => {
  let outcome: unknown;
  const server = createServer((req, res) => {
    void (async () => {
      try {
        for await (const piece of bodyOf(req, 50)) expect(piece.length).toBeGreaterThan(0);
      } catch (error) {
        outcome = error;
      }
      res.writeHead(408, { connection: 'close' }).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const sent = open({ port, origin: '' } as Parameters<typeof open>[0], `/files/${newId()}`, {
    method: 'PUT',
    headers: { 'content-length': '100' },
  });
  sent.on('error', () => {});
  const status = new Promise((resolve) => sent.on('response', (res) => resolve(res.statusCode)));
  sent.write('a');
  expect(await status).toBe(408);
  expect(outcome).toMatchObject({ code: 'TIMEOUT', facts: { reason: 'upload_too_slow' } });
  sent.destroy();
  server.close();
});
