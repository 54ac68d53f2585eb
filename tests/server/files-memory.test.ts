// What a large file costs the server: pieces of it, never all. A process of its own, so that only the server is measured.
import { once } from 'node:events';
import { request } from 'node:http';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { newId } from '#server/new-id.ts';
import { FILE_MAX_BYTES } from '#server/files/files.schema.ts';
import { foundCompany } from '#tests/support/company.ts';
import { temporaryFolder } from '#tests/support/daemon.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { startMain } from '#tests/support/main-process.ts';

const MOST_ADDED_BYTES = 10_000_000;
const PIECE = Buffer.alloc(64 * 1024, 'haru');

test('25 MB up and down add less than 10 MB to the server’s memory', async () => {
  const database = await emptyDatabase();
  const db = await openDatabase({ url: database.url, now: () => new Date() });
  const [colleague] = (await foundCompany(db, 1)).colleagues;
  await db.close();
  const isFile = database.url.startsWith('file:');
  const place = isFile
    ? { DATA_DIR: dirname(fileURLToPath(database.url)) }
    : { DATA_DIR: temporaryFolder('files'), DATABASE_URL: database.url };
  await using haru = startMain(place);
  await expect.poll(() => haru.said.stdout, { timeout: 15_000 }).toContain('running');
  const port = Number(/localhost:(\d+)/.exec(haru.said.stdout)?.[1]);
  const headers = { authorization: `Bearer ${colleague?.token}` };
  const carry = async (bytes: number) => {
    const id = newId();
    await send({ port, id, headers }, bytes);
    expect(await fetchAll({ port, id, headers })).toBe(bytes);
  };
  for (let time = 0; time < 20; time += 1) await carry(500_000); // what is loaded and compiled once
  const before = await memory(port);
  let most = 0;
  const isOver = new AbortController();
  const watching = (async () => {
    while (!isOver.signal.aborted) {
      most = Math.max(most, await memory(port));
      await sleep(10);
    }
  })();
  for (let time = 0; time < 4; time += 1) await carry(FILE_MAX_BYTES);
  isOver.abort();
  await watching;
  expect(most - before).toBeLessThan(MOST_ADDED_BYTES);
});

type Place = { port: number; id: string; headers: Record<string, string> };

async function send({ port, id, headers }: Place, bytes: number): Promise<void> {
  const target = { host: '127.0.0.1', port, path: `/files/${id}?name=big`, method: 'PUT' };
  const sent = request({
    ...target,
    agent: false,
    headers: { ...headers, 'content-length': bytes },
  });
  const answered = once(sent, 'response') as Promise<
    [NodeJS.ReadableStream & { statusCode: number }]
  >;
  for (let left = bytes; left > 0; left -= PIECE.length)
    if (!sent.write(left < PIECE.length ? PIECE.subarray(0, left) : PIECE))
      await once(sent, 'drain');
  sent.end();
  const [res] = await answered;
  res.resume();
  expect(res.statusCode).toBe(200);
}

async function fetchAll({ port, id, headers }: Place): Promise<number> {
  const res = await fetch(`http://127.0.0.1:${port}/files/${id}`, { headers });
  let bytes = 0;
  for await (const piece of res.body ?? []) bytes += piece.length;
  return bytes;
}

async function memory(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\d+)/m.exec(text)?.[1]);
}
