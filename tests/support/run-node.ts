import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Node with a script and its arguments, without the settings of this machine's own Haru. */
export function startNode(args: string[], env: Record<string, string>, cwd = process.cwd()) {
  const {
    DATABASE_URL: _database,
    REDIS_URL: _redis,
    NODE_OPTIONS: _options,
    ...own
  } = process.env;
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...own, ...env },
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

export function runNode(args: string[], env: Record<string, string>, cwd?: string) {
  return startNode(args, env, cwd).ended;
}
