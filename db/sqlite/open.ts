// Haru on one SQLite file: a writer behind a queue, a few readers, checkpoints elsewhere.
import { commitListeners } from '../commit-listeners.ts';
import type { Db, OpenOptions, WriteTx } from '../database.ts';
import { DatabaseRefused } from '../errors.ts';
import { allowUnaudited } from '../unaudited.ts';
import { position } from '../write.ts';
import { startCheckpoints } from './checkpoints.ts';
import { openWriter, type SqliteConnection, sqliteFile } from './connection.ts';
import { openReaders } from './reader-pool.ts';
import { startWriter } from './writer.ts';
import { startWriteQueue, type WriteQueue } from './write-queue.ts';

const READERS = 4;

export async function openSqlite({
  url,
  now,
  readers = READERS,
  onStatement,
}: OpenOptions): Promise<Db> {
  const file = sqliteFile(url);
  const connection = openWriter(file, onStatement);
  const epoch = epochOf(connection);
  const pool = openReaders({ file, epoch, readers, onStatement });
  const checkpoints = startCheckpoints(file);
  const listeners = commitListeners();
  const writer = startWriter(connection, now);
  const queue = startWriteQueue(writer, (head) => {
    checkpoints.committed();
    if (head !== null) listeners.tell(head);
  });

  let closing: Promise<void> | null = null;

  async function close() {
    await queue.close();
    await pool.close();
    await checkpoints.close();
    writer.close();
  }

  const db: Db = {
    dialect: 'sqlite',
    epoch,
    read: pool.read,
    async write(act, work) {
      const { value, seq } = await queue.write({ act, work, isAudited: true });
      return { value: value as Awaited<ReturnType<typeof work>>, asOf: position(epoch, seq) };
    },
    onCommit: listeners.add,
    async ping() {
      await pool.read(async () => undefined);
    },
    close: () => (closing ??= close()),
  };
  return allowUnaudited(db, (work) => unaudited(queue, work));
}

async function unaudited<T>(queue: WriteQueue, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  const { value } = await queue.write({ act: { actorId: null }, work, isAudited: false });
  return value as T;
}

function epochOf({ client }: SqliteConnection): string {
  const epoch = client
    .prepare<[], string>(`select value from meta where key = 'epoch'`)
    .pluck(true)
    .get();
  if (epoch === undefined)
    throw new DatabaseRefused('The database has no epoch: it was not made by Haru.');
  return epoch;
}
