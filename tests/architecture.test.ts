import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importsOf } from './support/import-lines.ts';
import { faultsOf, serverEdges } from './support/import-rules.ts';

const paths = globSync('{db,server,client,scripts,tests}/**/*.{ts,tsx,mjs}', {
  exclude: ['**/node_modules/**'],
});

test('every file keeps to the table of who may import whom', () => {
  expect(paths.length).toBeGreaterThan(50);
  const faults = paths.flatMap((path) => faultsOf({ path, text: readFileSync(path, 'utf8') }));
  expect(faults).toEqual([]);
});

test('every edge between two folders of the server is still used', () => {
  const isUsed = (from: string, to: string) =>
    paths
      .filter((path) => path.startsWith(`server/${from}/`))
      .flatMap((path) => importsOf({ path, text: readFileSync(path, 'utf8') }))
      .some(({ isType, target }) => !isType && target.startsWith(`server/${to}/`));
  const edges = Object.entries(serverEdges).flatMap(([from, all]) =>
    all.map((to) => ({ from, to })),
  );
  expect(edges.filter(({ from, to }) => !isUsed(from, to))).toEqual([]);
});

describe('the table refuses', () => {
  test.for([
    ['db/write.ts', `import { forbidden } from '#server/errors.ts';`],
    ['db/write.ts', `import type { Viewer } from '#server/viewer.ts';`],
    ['db/write.ts', `import express from 'express';`],
    ['server/tasks/tasks.schema.ts', `import { tasks } from '#db/schema/tasks.ts';`],
    ['server/tasks/tasks.policy.ts', `import { listTasks } from './tasks.service.ts';`],
    ['server/tasks/tasks.schema.ts', `import superjson from 'superjson';`],
    ['server/tasks/tasks.router.ts', `import { tasks } from '#db/schema/tasks.ts';`],
    ['server/tasks/tasks.router.ts', `import { send } from '../chat/chat.service.ts';`],
    ['server/notes/notes.service.ts', `import { send } from '#server/chat/chat.service.ts';`],
    ['server/notes/notes.service.ts', `import {\n  a,\n  b,\n} from '../chat/chat.policy.ts';`],
    ['server/notes/notes.service.ts', `const page = await import('#client/main.tsx');`],
    ['server/live/hub.ts', `import { taskAbilities } from '../tasks/tasks.policy.ts';`],
    [
      'client/features/tasks/task-row.tsx',
      `import { Room } from '#client/features/chat/room.tsx';`,
    ],
    ['client/features/tasks/task-row.tsx', `import { Room } from '../chat/room.tsx';`],
    ['client/features/tasks/task-row.tsx', `import type { Room } from '../chat/room.tsx';`],
    [
      'client/features/tasks/use-tasks.ts',
      `import { listTasks } from '#server/tasks/tasks.service.ts';`,
    ],
    [
      'client/features/tasks/use-tasks.ts',
      `import { SEND_MAX } from '#server/chat/chat.schema.ts';`,
    ],
    ['client/features/tasks/use-tasks.ts', `import { Shell } from '#client/app/shell.tsx';`],
    ['client/features/tasks/use-tasks.ts', `import type { Row } from '#db/schema/tasks.ts';`],
    ['client/ui/page.tsx', `import { TaskRow } from '#client/features/tasks/task-row.tsx';`],
    ['client/app/routes.tsx', `import { appRouter } from '#server/app.ts';`],
    ['scripts/demo.ts', `import { Shell } from '#client/app/shell.tsx';`],
    ['scripts/client/client.ts', `import { appRouter } from '#server/app.ts';`],
    ['scripts/client/client.ts', `import { trpc } from '#client/api/trpc.ts';`],
    ['other/thing.ts', `export const thing = 1;`],
  ] as const)('%s: %s', ([path, text]) => {
    expect(faultsOf({ path, text })).toEqual([expect.stringContaining(path)]);
  });
});

describe('the table allows', () => {
  test.for([
    ['db/write.ts', `import { drizzle } from 'drizzle-orm/better-sqlite3';`],
    ['server/tasks/tasks.schema.ts', `import * as z from 'zod/mini';`],
    ['server/tasks/tasks.policy.ts', `import type { Viewer } from '../viewer.ts';`],
    ['server/tasks/tasks.router.ts', `import { createTask } from './tasks.service.ts';`],
    ['server/notes/notes.service.ts', `import { tasks } from '#db/schema/tasks.ts';`],
    ['server/notes/notes.service.ts', `import type { Room } from '#server/chat/chat.schema.ts';`],
    ['server/live/catalog.ts', `import { taskAbilities } from '../tasks/tasks.policy.ts';`],
    [
      'client/features/tasks/use-tasks.ts',
      `import { taskAbilities } from '#server/tasks/tasks.policy.ts';`,
    ],
    ['client/features/tasks/use-tasks.ts', `import type { AppRouter } from '#server/app.ts';`],
    [
      'client/app/routes.tsx',
      `const page = () => import('#client/features/tasks/tasks-page.tsx');`,
    ],
    ['scripts/demo.ts', `import { openDatabase } from '#db/open.ts';`],
    ['scripts/client/line.ts', `import { createSocket } from '#client/api/socket.ts';`],
  ] as const)('%s: %s', ([path, text]) => {
    expect(faultsOf({ path, text })).toEqual([]);
  });
});

describe('a file is refused', () => {
  test.for([
    ['that re-exports another', `export * from './tasks.service.ts';`, 're-exports'],
    ['that re-exports a name', `export { a } from './tasks.service.ts';`, 're-exports'],
    [
      'that leaves its top folder by dots',
      `import { a } from '../../db/open.ts';`,
      'write #db/open.ts',
    ],
    ['that imports without an ending', `import { a } from './tasks.service';`, 'has no ending'],
    ['of more than 300 lines', 'const a = 1;\n'.repeat(301), 'has 301 lines'],
  ] as const)('%s', ([, text, fault]) => {
    const faults = faultsOf({ path: 'server/tasks/tasks.store.ts', text });
    expect(faults).toEqual([expect.stringContaining(fault)]);
  });
});
