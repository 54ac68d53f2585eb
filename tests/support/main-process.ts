// `node server/main.ts` as a process of its own, and what it says.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type MainProcess = ReturnType<typeof startMain>;

export function startMain(env: Record<string, string>) {
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...own } = process.env;
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: { ...own, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (chunk: Buffer) => (said[stream] += chunk.toString()));
  }
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, ...said }));
  return {
    said,
    ended,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
