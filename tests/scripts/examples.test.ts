// The examples as people run them: child processes that import the built haru/client.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient, type HaruClient } from '#scripts/client/client.ts';
import { newId } from '#server/new-id.ts';
import { demoServer } from '#tests/support/demo-server.ts';
import { runNode, startNode } from '#tests/support/run-node.ts';

let server: Awaited<ReturnType<typeof demoServer>>;
let haru: HaruClient;
let env: Record<string, string>;

beforeAll(async () => {
  server = await demoServer();
  const { secret } = await server.token('user04');
  env = { HARU_URL: server.url, HARU_TOKEN: secret };
  haru = createClient({ url: server.url, token: secret });
}, 60_000);

afterAll(async () => {
  await haru.close();
  await server[Symbol.asyncDispose]();
});

test('tasks are created from a CSV, once, and what cannot be is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'haru-csv-'));
  const path = join(folder, 'tasks.csv');
  await writeFile(
    path,
    [
      'title,team,due,assignee',
      '"견적서, ""최종""",개발팀,2030-01-02,user04',
      '재고 확인,개발팀,,',
      '갈 곳 없는 일,없는 팀,,',
      '언제인지 모를 일,개발팀,내일,',
    ].join('\n'),
  );
  const once = await runNode(['scripts/examples/tasks-from-csv.ts', path], env);
  const twice = await runNode(['scripts/examples/tasks-from-csv.ts', path], env);
  await rm(folder, { recursive: true });
  expect(once.stdout).toBe('견적서, "최종": todo\n재고 확인: todo\n');
  expect(once.stderr).toMatch(/갈 곳 없는 일.*없는 팀[^]*언제인지 모를 일.*invalid_input.*dueOn/);
  expect(once.code).toBe(1);
  expect(twice).toEqual(once);
  const { items } = await haru.tasks.list.query({ text: '최종', dueFrom: '2030-01-01' });
  expect(items).toMatchObject([{ title: '견적서, "최종"', dueOn: '2030-01-02' }]);
}, 60_000);

test('whoever asks in a room is answered', async () => {
  const { items } = await haru.chat.rooms.query();
  const room = items.find(({ kind }) => kind === 'team');
  const title = room?.title ?? '';
  const roomId = room?.id ?? '';
  await using follower = startNode(['scripts/examples/answer-in-room.ts', title], env);
  await expect.poll(() => follower.said.stdout, { timeout: 20_000 }).toContain('Listening');
  const id = newId();
  await haru.chat.send.mutate({ id, roomId, body: '안녕하세요' });
  await haru.chat.send.mutate({ id: newId(), roomId, body: '!today' });
  const answered = async () => {
    const page = await haru.chat.messages.query({ roomId, limit: 2 });
    return page.items.map(({ body, replyTo }) => [replyTo?.body, body]);
  };
  await expect.poll(answered, { timeout: 10_000 }).toEqual([
    [undefined, '!today'],
    ['!today', expect.stringMatching(/^\d+ tasks and \d+ reminders are waiting\.$/)],
  ]);
  follower.kill('SIGTERM');
  expect(await follower.ended).toMatchObject({ code: 0, stderr: '' });
}, 60_000);

test('the overdue tasks are printed, all of them', async () => {
  const { stdout, stderr, code } = await runNode(['scripts/examples/overdue-today.ts'], env);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  const lines = stdout.trim().split('\n');
  const { items } = await haru.tasks.list.query({ overdue: true, sort: 'due', limit: 200 });
  expect(items.length).toBeGreaterThan(3);
  expect(lines.map((line) => line.split('\t')[2])).toEqual([
    ...items.map(({ title }) => title),
    undefined,
  ]);
  expect(lines.at(-1)).toBe(`${items.length} tasks are overdue.`);
}, 60_000);
