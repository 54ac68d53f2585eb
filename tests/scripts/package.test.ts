// haru/client as somebody else gets it: packed, installed in a folder of their own, compiled against, run.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runTool, tryTool } from '#scripts/build/run-tool.ts';
import { newId } from '#server/new-id.ts';
import { runNode } from '#tests/support/run-node.ts';
import { servedApp } from '#tests/support/served-app.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'haru-package-'));
  await runTool('npm', ['pack', '--pack-destination', folder, '--loglevel=error']);
  const [tarball = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const quiet = ['--offline', '--no-audit', '--no-fund', '--loglevel=error'];
  await runTool('npm', ['install', `./${tarball}`, ...quiet], { cwd: folder });
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('one JavaScript file and one declaration file are installed, and no other package', async () => {
  const packages = (await readdir(join(folder, 'node_modules'))).filter(
    (name) => !name.startsWith('.'),
  );
  expect(packages).toEqual(['haru']);
  const installed = await readdir(join(folder, 'node_modules/haru'), { recursive: true });
  expect(installed.filter((name) => /\.\w+$/.test(name)).toSorted()).toEqual(
    expect.arrayContaining(['dist/package/client.d.ts', 'dist/package/client.js', 'package.json']),
  );
  expect(installed.filter((name) => /\.(m?[jt]sx?|node|sql|css)$/.test(name)).toSorted()).toEqual([
    'dist/package/client.d.ts',
    'dist/package/client.js',
  ]);
});

test('the code imports nothing and holds neither server nor screens', async () => {
  const code = await readFile(join(folder, 'node_modules/haru/dist/package/client.js'), 'utf8');
  const foreign = /\bimport\s*["'`{(*]|\bfrom\s*["'`]|\brequire\(/.exec(code);
  const server = /drizzle|sqlite|argon2|node:\w+|createElement|useState/.exec(code);
  expect({ foreign, server }).toEqual({ foreign: null, server: null });
  expect(code.length).toBeLessThan(60_000);
});

const right = `
  import { createClient, refusalOf, type HaruClient, type Refusal } from 'haru/client';
  const haru: HaruClient = createClient({ url: 'http://localhost:3000', token: 'x' });
  const { items, asOf } = await haru.tasks.list.query({ status: ['todo'], sort: 'due' });
  const dueAt: Date | null | undefined = items[0]?.dueAt;
  const position: string = asOf;
  await haru.tasks.create.mutate({ id: 'x', title: 'x', teamId: 'x', dueAt: new Date() });
  const all = await haru.tasks.list.query();
  haru.chat.onChange.subscribe(undefined, {
    onData({ id, data }) {
      const lastEventId: string = id;
      for (const event of data)
        if (event.kind === 'message.posted' && !event.gone) event.data.body.trim() + lastEventId;
    },
    onError: (error) => refusalOf(error)?.reason satisfies Refusal['reason'] | undefined,
  });
  void haru.close() satisfies void;
  export { all, dueAt, position };
`;

const wrong = [
  [
    'a wrong name',
    `await haru.tasks.create.mutate({ id: 'x', tilte: 'x', teamId: 'x' });`,
    'TS2561',
  ],
  ['a missing field', `await haru.tasks.create.mutate({ id: 'x', teamId: 'x' });`, 'TS2741'],
  ['a wrong value', `await haru.tasks.list.query({ sort: 'colour' });`, 'TS2322'],
  [
    'a date as text',
    `const day: string = (await haru.tasks.list.query()).items[0]!.createdAt;`,
    'TS2322',
  ],
  ['a procedure that is none', `await haru.tasks.burn.mutate({});`, 'TS2339'],
  ['a query as a change', `await haru.tasks.list.mutate();`, 'TS2339'],
  [
    'what another kind of event carries',
    `haru.chat.onChange.subscribe(undefined, { onData: ({ data: [event] }) => { if (event?.kind === 'read.moved') event.data?.body; } });`,
    'TS2339',
  ],
] as const;

test('a caller with none of our packages gets every type, and an error on each wrong call', async () => {
  const head = `import { createClient } from 'haru/client';\nconst haru = createClient({ url: '', token: '' });\n`;
  await writeFile(join(folder, 'right.ts'), right);
  for (const [at, [, line]] of wrong.entries())
    await writeFile(join(folder, `wrong-${at}.ts`), `${head}${line}\nexport {};\n`);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'esnext',
    module: 'nodenext',
    types: [],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  const { text } = await tryTool(
    resolve('node_modules/.bin/tsc'),
    ['-p', '.', '--pretty', 'false'],
    {
      cwd: folder,
    },
  );
  const found = text.split('\n').flatMap((line) => {
    const [, file = '', code = ''] = /^([\w-]+)\.ts\(.*error (TS\d+)/.exec(line) ?? [];
    return file === '' ? [] : [`${file} ${code}`];
  });
  expect(found.toSorted()).toEqual(wrong.map(([, , code], at) => `wrong-${at} ${code}`));
}, 60_000);

test('it runs there', async () => {
  await using app = await servedApp();
  const { viewer } = await app.signedIn('minsu', 'admin');
  const token = (await app.token(viewer)).replace('Bearer ', '');
  await writeFile(
    join(folder, 'run.ts'),
    `
      import { createClient } from 'haru/client';
      const haru = createClient({ url: process.env.HARU_URL!, token: process.env.HARU_TOKEN! });
      const heard = Promise.withResolvers<string>();
      haru.live.onChange.subscribe(undefined, {
        onStarted: () => void haru.admin.teams.create.mutate({ id: '${newId()}', name: '영업팀' }),
        onData: ({ data }) => {
          for (const event of data)
            if (event.kind === 'team.created' && event.data) heard.resolve(event.data.name);
        },
      });
      console.log(await heard.promise, (await haru.people.list.query()).items[0]?.username);
      await haru.close();
    `,
  );
  const env = { HARU_URL: app.origin, HARU_TOKEN: token };
  const ended = await runNode(['run.ts'], env, folder);
  expect(ended).toEqual({ code: 0, stdout: '영업팀 minsu\n', stderr: '' });
});
