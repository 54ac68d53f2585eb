import type { FileHandle } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { files } from '#db/schema/files.ts';
import { people } from '#db/schema/people.ts';
import { FileStore, type Source } from '#server/files/file-store.ts';
import { FILE_MAX_BYTES } from '#server/files/files.schema.ts';
import { createUploadGate } from '#server/http/file-gate.ts';
import { newId } from '#server/new-id.ts';
import { during } from '#tests/support/during.ts';
import { eventually } from '#tests/support/eventually.ts';
import { fileDesk, open, png, reasonOf, sha256, upload } from '#tests/support/file-desk.ts';

const HELLO = sha256('hello');
const KEPT = `${HELLO.slice(0, 2)}/${HELLO}`;

test('a file is kept once under its hash, whoever sends it and however often', async () => {
  await using desk = await fileDesk();
  const minsu = await desk.app.signedIn('minsu');
  const jiyoung = await desk.app.signedIn('jiyoung');
  const id = newId();
  const sent = await during(desk.app, () => upload(desk, minsu, { id, name: '보고서.txt' }));
  const facts = { width: null, height: null, hasThumbnail: false };
  expect(sent.answer).toEqual({ id, name: '보고서.txt', bytes: 5, type: 'text/plain', ...facts });
  expect(sent.labels).toEqual(['file.upload']);
  expect(sent.audit[0]?.line).not.toContain('보고서');
  await upload(desk, jiyoung);
  expect(await desk.onDisk()).toEqual([KEPT]);
  const rows = await desk.app.db.read((tx) => tx.select().from(files));
  expect(rows.map(({ hash, subjectKind }) => [hash, subjectKind])).toEqual([
    [HELLO, null],
    [HELLO, null],
  ]);
});

test('sending the same file again is no second file; anything else under its id is refused', async () => {
  await using desk = await fileDesk();
  const minsu = await desk.app.signedIn('minsu');
  const jiyoung = await desk.app.signedIn('jiyoung');
  const first = await upload(desk, minsu);
  expect(await upload(desk, minsu, { id: first.id, name: 'another.txt' })).toEqual(first);
  const path = `/files/${first.id}?name=x`;
  for (const [as, body] of [
    [minsu, 'other'],
    [jiyoung, 'hello'],
  ] as const) {
    const answer = await desk.ask(path, { method: 'PUT', as, body });
    expect([answer.status, reasonOf(answer)]).toEqual([409, 'id_in_use']);
  }
  expect(await desk.app.db.read((tx) => tx.select().from(files))).toHaveLength(1);
});

test('two uploads under one id at once make one file', async () => {
  await using desk = await fileDesk();
  const minsu = await desk.app.signedIn('minsu');
  const put = (id: string, body: string) =>
    desk.ask(`/files/${id}?name=x`, { method: 'PUT', as: minsu, body });
  const same = newId();
  const both = await Promise.all([put(same, 'same'), put(same, 'same')]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const differing = newId();
  const one = await Promise.all([put(differing, 'this'), put(differing, 'that')]);
  expect(new Set(one.map(({ status }) => status))).toEqual(new Set([200, 409]));
  expect(await desk.app.db.read((tx) => tx.select().from(files))).toHaveLength(2);
});

test('25 MB is enough, and one byte more too much, announced or not; nothing of it stays', async () => {
  await using desk = await fileDesk();
  const minsu = await desk.app.signedIn('minsu');
  const full = Buffer.alloc(FILE_MAX_BYTES, 7);
  expect(await upload(desk, minsu, { body: full })).toMatchObject({ bytes: FILE_MAX_BYTES });
  const kept = await desk.onDisk();
  const more = Buffer.alloc(FILE_MAX_BYTES + 1);
  const path = `/files/${newId()}?name=x`;
  const announced = await desk.ask(path, { method: 'PUT', as: minsu, body: more });
  const headers = { 'transfer-encoding': 'chunked' };
  const unannounced = await desk.ask(path, { method: 'PUT', as: minsu, body: more, headers });
  for (const answer of [announced, unannounced])
    expect([answer.status, reasonOf(answer)]).toEqual([413, 'file_too_large']);
  expect(await desk.onDisk()).toEqual(kept);
});

test('what breaks off in the middle, or announces more than it brings, leaves nothing', async () => {
  await using desk = await fileDesk();
  const minsu = await desk.app.signedIn('minsu');
  const path = `/files/${newId()}?name=x`;
  const sent = open(desk.app, path, {
    method: 'PUT',
    as: minsu,
    headers: { 'content-length': '1000000' },
  });
  sent.on('error', () => {});
  sent.write(Buffer.alloc(300_000));
  await eventually(async () => expect(await desk.onDisk()).toHaveLength(1));
  sent.destroy();
  await eventually(async () => expect(await desk.onDisk()).toEqual([]));
  expect(await desk.app.db.read((tx) => tx.select().from(files))).toEqual([]);
  await upload(desk, minsu);
});

class FullDisk extends FileStore {
  protected override async write(
    file: FileHandle,
    source: Source,
    maxBytes: number,
  ): Promise<never> {
    await super.write(file, source, maxBytes);
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  }
}

test('a full disk is said in so many words, and nothing of the file stays', async () => {
  await using desk = await fileDesk();
  await using full = await fileDesk({ files: new FullDisk(desk.dataDir) });
  const minsu = await full.app.signedIn('minsu');
  const path = `/files/${newId()}?name=x`;
  const answer = await full.ask(path, { method: 'PUT', as: minsu, body: 'hello' });
  expect([answer.status, reasonOf(answer)]).toEqual([503, 'storage_full']);
  expect(await desk.onDisk()).toEqual([]);
});

test('only people who are signed in, from our own page, with the right to write may send', async () => {
  await using desk = await fileDesk();
  const { app } = desk;
  const minsu = await app.signedIn('minsu');
  const path = `/files/${newId()}?name=x`;
  const put = (asked: object) => desk.ask(path, { method: 'PUT', body: 'hello', ...asked });
  const foreign = { cookie: minsu.cookie, origin: 'http://evil.example' };
  const refusals = [
    await put({}),
    await put({ headers: foreign }),
    await put({ headers: { cookie: minsu.cookie } }),
    await put({ as: await app.token(minsu.viewer, 'read') }),
  ];
  expect(refusals.map((answer) => [answer.status, reasonOf(answer)])).toEqual([
    [401, 'not_signed_in'],
    [403, 'origin_not_allowed'],
    [403, 'origin_not_allowed'],
    [403, 'token_read_only'],
  ]);
  const write = await app.token(minsu.viewer, 'write');
  expect((await put({ as: write })).status).toBe(200);
  await app.db.write({ actorId: null }, async (tx) => {
    await tx.update(people).set({ status: 'inactive' }).where(eq(people.id, minsu.viewer.id));
    tx.audit('test.leave', { kind: 'person', id: minsu.viewer.id });
  });
  expect((await put({ as: write })).status).toBe(401);
  expect(await desk.onDisk()).toEqual([KEPT]);
});

test('addresses that are none, and methods that mean nothing, are refused', async () => {
  await using desk = await fileDesk();
  const minsu = await desk.app.signedIn('minsu');
  const id = newId();
  for (const path of [
    '/files/..%2f..%2fetc%2fpasswd?name=x',
    '/files/%2e%2e/%2e%2e/haru.db',
    `/files/${id}/../../haru.db`,
    '/files/',
    `/files/${id}/other`,
    '/files/not-an-id',
    '/files/tmp',
  ])
    for (const method of ['PUT', 'GET', 'HEAD'])
      expect((await desk.ask(path, { method, as: minsu })).status, path).toBe(404);
  for (const method of ['POST', 'DELETE', 'PATCH', 'OPTIONS']) {
    const answer = await desk.ask(`/files/${id}`, { method, as: minsu });
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET, HEAD, PUT']);
  }
  expect(await desk.onDisk()).toEqual([]);
});

test('names lose folders and hidden marks, and are refused when they are too long', async () => {
  await using desk = await fileDesk();
  const minsu = await desk.app.signedIn('minsu');
  const named = async (name: string) => (await upload(desk, minsu, { name })).name;
  expect(await named('../../etc/passwd')).toBe('passwd');
  expect(await named('C:\\work\\예산.xlsx')).toBe('예산.xlsx');
  expect(await named('한글'.normalize('NFD'))).toBe('한글');
  expect(await named('사진\u202egpj.exe')).toBe('사진gpj.exe');
  expect(await named('a\r\nset-cookie: x=1')).toBe('aset-cookie: x=1');
  expect(await named('..')).toBe('file');
  const without = await desk.ask(`/files/${newId()}`, { method: 'PUT', as: minsu, body: 'x' });
  expect(JSON.parse(without.body.toString())).toMatchObject({ name: 'file' });
  for (const name of ['a'.repeat(256), '%00x', '']) {
    const path = `/files/${newId()}?name=${name}`;
    const answer = await desk.ask(path, { method: 'PUT', as: minsu, body: 'x' });
    expect([answer.status, reasonOf(answer)]).toEqual([400, 'invalid_input']);
  }
});

test('one person sends only so many files in a while, and only some at once', async () => {
  await using desk = await fileDesk({ uploadBudget: { amount: 8, windowMs: 60_000 } });
  const minsu = await desk.app.signedIn('minsu');
  const start = () => {
    const sent = open(desk.app, `/files/${newId()}?name=x`, {
      method: 'PUT',
      as: minsu,
      headers: { 'content-length': '5' },
    });
    sent.write('he');
    return sent;
  };
  const slow = Array.from({ length: 6 }, start);
  await eventually(async () => expect(await desk.onDisk()).toHaveLength(6));
  const answer = await desk.ask(`/files/${newId()}`, { method: 'PUT', as: minsu, body: 'x' });
  expect([answer.status, answer.headers['retry-after']]).toEqual([429, '1']);
  const statuses = slow.map(
    (sent) => new Promise((resolve) => sent.on('response', (res) => resolve(res.statusCode))),
  );
  for (const sent of slow) sent.end('llo');
  expect(await Promise.all(statuses)).toEqual(slow.map(() => 200));
  await upload(desk, minsu);
  await upload(desk, minsu);
  const later = await desk.ask(`/files/${newId()}`, { method: 'PUT', as: minsu, body: 'x' });
  expect([later.status, reasonOf(later)]).toEqual([429, 'too_many_requests']);
  await upload(desk, await desk.app.signedIn('jiyoung'));
});

test('one person sends only so much in a while, however few files it is', () => {
  const gate = createUploadGate();
  for (let time = 0; time < 80; time += 1) gate.enter('minsu', FILE_MAX_BYTES)();
  expect(() => gate.enter('minsu', 1)).toThrow('Too many attempts');
  gate.enter('jiyoung', FILE_MAX_BYTES)();
});

test('a small copy of a picture can be added by its owner, and only a picture', async () => {
  await using desk = await fileDesk();
  const minsu = await desk.app.signedIn('minsu');
  const jiyoung = await desk.app.signedIn('jiyoung');
  const picture = await upload(desk, minsu, { name: '사진.png', body: png(4000, 3000) });
  expect(picture).toMatchObject({ type: 'image/png', width: 4000, height: 3000 });
  const put = (as: typeof minsu, body: Buffer, id = picture.id) =>
    desk.ask(`/files/${id}/thumbnail`, { method: 'PUT', as, body });
  const small = png(480, 360);
  expect((await put(jiyoung, small)).status).toBe(404);
  expect(reasonOf(await put(minsu, Buffer.from('<svg/>')))).toBe('thumbnail_not_a_picture');
  expect(reasonOf(await put(minsu, png(481, 10)))).toBe('thumbnail_not_a_picture');
  expect((await put(minsu, Buffer.alloc(200_001))).status).toBe(413);
  const text = await upload(desk, minsu);
  expect(reasonOf(await put(minsu, small, text.id))).toBe('file_not_a_picture');
  for (const answer of [await put(minsu, small), await put(minsu, small)]) {
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body.toString())).toEqual({ ...picture, hasThumbnail: true });
  }
  const got = await desk.ask(`/files/${picture.id}?size=thumbnail`, { as: minsu });
  expect(got.body.equals(small)).toBe(true);
});
