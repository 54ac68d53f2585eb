// Moves what was committed from the write-ahead log into the file, in a worker with its own connection: a checkpoint
// takes tens of milliseconds. The worker is there only while there is something to do.
import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';

export type Checkpoints = {
  /** After every commit: cheap. */
  committed(): void;
  close(): Promise<void>;
};

const LOOK_EVERY_MS = 1000;
const WORTH_IT_BYTES = 4 * 1024 * 1024;
const TOO_LONG_BYTES = 16 * 1024 * 1024;
const WORKER_IDLE_MS = 20_000;

export function startCheckpoints(file: string): Checkpoints {
  let look: NodeJS.Timeout | null = null;
  let worker: Worker | null = null;
  let isClosed = false;

  async function checkpointIfLong() {
    const log = await stat(`${file}-wal`).catch(absent);
    if (isClosed || !log || log.size < WORTH_IT_BYTES) return;
    worker ??= startWorker(file, (stopped) => {
      if (worker === stopped) worker = null;
    });
    worker.postMessage('checkpoint', []);
  }

  return {
    committed() {
      if (look || isClosed) return;
      look = setTimeout(() => {
        look = null;
        void checkpointIfLong();
      }, LOOK_EVERY_MS).unref();
    },
    async close() {
      isClosed = true;
      if (look) clearTimeout(look);
      await worker?.terminate();
    },
  };
}

function startWorker(file: string, onStopped: (worker: Worker) => void): Worker {
  const worker = new Worker(WORKER, {
    eval: true,
    workerData: {
      file,
      requiredFrom: import.meta.url,
      idleMs: WORKER_IDLE_MS,
      tooLongBytes: TOO_LONG_BYTES,
    },
    resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 16 },
  });
  worker.unref();
  worker.on('error', (error) => process.emitWarning(error));
  worker.on('exit', () => onStopped(worker));
  return worker;
}

// Plain JavaScript in a text, so that it runs from the sources and from the bundle alike. PASSIVE waits for nobody, but
// while writes keep coming it never gets to the end, and the log grows; so when it is long the rest is moved with the
// write lock held, for a few milliseconds in which new writes wait their turn.
const WORKER = `
const { statSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const { createRequire } = require('node:module');
const Database = createRequire(workerData.requiredFrom)('better-sqlite3');
const client = new Database(workerData.file, { fileMustExist: true, timeout: 1000 });
let idle = null;
parentPort.on('message', () => {
  clearTimeout(idle);
  idle = setTimeout(() => { client.close(); parentPort.close(); }, workerData.idleMs);
  client.pragma('wal_checkpoint(PASSIVE)');
  const log = statSync(workerData.file + '-wal', { throwIfNoEntry: false });
  if (log && log.size > workerData.tooLongBytes) client.pragma('wal_checkpoint(TRUNCATE)');
});
`;

function absent(error: NodeJS.ErrnoException) {
  if (error.code === 'ENOENT') return null;
  throw error;
}
