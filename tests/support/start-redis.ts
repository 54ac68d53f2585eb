import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { startDaemon, temporaryFolder, type IsUp } from './daemon.ts';
import { freePort } from './free-port.ts';
import type { Service } from './services.ts';

const names = ['redis-server', 'valkey-server'];

/** Starts a throw-away Redis on a free port; null where none is installed (npm has none). */
export async function startRedis(isUp: IsUp): Promise<Service | null> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const command = paths.find((path) => existsSync(path));
  if (command === undefined) return null;
  const port = await freePort();
  const folder = temporaryFolder('redis');
  return startDaemon({
    command,
    args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
    user: null,
    folder,
    url: `redis://127.0.0.1:${port}`,
    how: `started from ${command}`,
    isUp,
  });
}
