// The bundled server as a process of its own that can be killed in the middle of anything and started again.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

const UP_WITHIN_MS = 30_000;

/** On the database that is already there; at the same port each time. */
export async function killableServer(databaseUrl: string) {
  const port = await freePort();
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...own } = process.env;
  const env = { ...own, PORT: String(port), LOG_LEVEL: 'error', ...placeOf(databaseUrl) };
  const start = () => startProcess(env, port);
  let running = await start();
  return {
    origin: `http://127.0.0.1:${port}`,
    /** What it complained about since the start or the last restart. */
    said: () => running.said(),
    async kill() {
      await running.kill();
    },
    async restart() {
      running = await start();
    },
    async [Symbol.asyncDispose]() {
      await running.kill();
    },
  };
}

function placeOf(databaseUrl: string): Record<string, string> {
  return databaseUrl.startsWith('file:')
    ? { DATA_DIR: dirname(fileURLToPath(databaseUrl)) }
    : { DATABASE_URL: databaseUrl, DATA_DIR: '/nonexistent' };
}

async function startProcess(env: NodeJS.ProcessEnv, port: number) {
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const closed = once(child, 'close');
  const deadlineMs = Date.now() + UP_WITHIN_MS;
  while (!(await isReady(port))) {
    if (child.exitCode !== null || Date.now() > deadlineMs)
      throw new Error(`the server did not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return {
    said: () => said,
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
  return answer?.ok === true;
}
