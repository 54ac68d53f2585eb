// Another process that holds a SQLite file's write lock, as a backup tool or a second server may.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Holder = AsyncDisposable & { release: () => void; wasReleased: () => boolean };

const HOLDER = `
const { createRequire } = require('node:module');
const Database = createRequire(process.argv[2])('better-sqlite3');
const file = new Database(process.argv[1]);
file.exec('begin immediate');
process.stdout.write('held');
process.stdin.once('data', () => { file.exec('rollback'); file.close(); process.exit(0); });
`;

export async function holdDatabase(file: string): Promise<Holder> {
  const holder = spawn(process.execPath, ['-e', HOLDER, file, import.meta.filename], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(holder, 'exit');
  await once(holder.stdout, 'data');
  let isReleased = false;
  const release = () => {
    isReleased = true;
    holder.stdin.end('release');
  };
  return {
    release,
    wasReleased: () => isReleased,
    async [Symbol.asyncDispose]() {
      if (!isReleased) release();
      await ended;
    },
  };
}
