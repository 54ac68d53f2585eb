// Haru on PostgreSQL: a pool, and the order of commits kept by the append function.
import { commitListeners } from '../commit-listeners.ts';
import type { Db, OpenOptions, WriteTx } from '../database.ts';
import { DatabaseRefused } from '../errors.ts';
import { refuseNesting } from '../job.ts';
import { allowUnaudited } from '../unaudited.ts';
import { position } from '../write.ts';
import { type Connections, openConnections } from './connection.ts';
import { readOnce } from './reader.ts';
import { write } from './writer.ts';

const CONNECTIONS = 10;

export async function openPostgres({ url, now, readers, onStatement }: OpenOptions): Promise<Db> {
  const connections = openConnections(url, readers ?? CONNECTIONS, onStatement);
  const epoch = await epochOf(connections);
  const listeners = commitListeners();

  let closing: Promise<void> | null = null;

  const db: Db = {
    dialect: 'postgres',
    epoch,
    read: (work) => readOnce(connections, epoch, work),
    async write(act, work) {
      refuseNesting('write');
      const written = await write(connections, { act, work, now, isAudited: true });
      if (written.head !== null) listeners.tell(written.head);
      return { value: written.value, asOf: position(epoch, written.seq) };
    },
    onCommit: listeners.add,
    async ping() {
      const connection = await connections.take();
      const answer = connection.client.query('select 1');
      await answer.finally(() => connections.giveBack(connection));
    },
    close: () => (closing ??= connections.close()),
  };

  async function unaudited<T>(work: (tx: WriteTx) => Promise<T>): Promise<T> {
    const written = await write(connections, {
      act: { actorId: null },
      work,
      now,
      isAudited: false,
    });
    return written.value;
  }
  return allowUnaudited(db, unaudited);
}

async function epochOf(connections: Connections): Promise<string> {
  const connection = await connections.take();
  try {
    const query = `select value from meta where key = 'epoch'`;
    const { rows } = await connection.client.query<{ value: string }>(query);
    const [row] = rows;
    if (!row) throw new DatabaseRefused('The database has no epoch: it was not made by Haru.');
    return row.value;
  } finally {
    connections.giveBack(connection);
  }
}
