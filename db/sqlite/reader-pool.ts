// Readers: connections that only read. Each job has one to itself, and with it one snapshot from its first statement.
import type { OnStatement, ReadTx } from '../database.ts';
import { refuseNesting, runInside, startJob } from '../job.ts';
import { type Engine, readTx } from '../tx.ts';
import { openReader, type SqliteConnection } from './connection.ts';
import { sqliteEngine } from './engine.ts';
import { headStatement } from './log-head.ts';

type Reader = {
  connection: SqliteConnection;
  engine: Engine;
  begin: () => unknown;
  end: () => unknown;
  head: () => number;
};

export type ReaderPool = {
  read: <T>(job: (tx: ReadTx) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

export type ReaderOptions = {
  file: string;
  epoch: string;
  readers: number;
  onStatement: OnStatement | undefined;
};

export function openReaders({ file, epoch, readers, onStatement }: ReaderOptions): ReaderPool {
  const all = Array.from({ length: readers }, () => startReader(openReader(file, onStatement)));
  const free = [...all];
  const waiting: ((reader: Reader) => void)[] = [];
  let isClosed = false;

  function giveBack(reader: Reader) {
    const next = waiting.shift();
    if (next) next(reader);
    else free.push(reader);
  }

  return {
    async read(job) {
      refuseNesting('read');
      if (isClosed) throw new Error('the database is closed');
      const reader = free.pop() ?? (await new Promise<Reader>((resolve) => waiting.push(resolve)));
      try {
        return await readOnce(reader, epoch, job);
      } finally {
        giveBack(reader);
      }
    },
    async close() {
      isClosed = true;
      for (const _ of all) {
        const reader =
          free.pop() ?? (await new Promise<Reader>((resolve) => waiting.push(resolve)));
        reader.connection.client.close();
      }
    },
  };
}

async function readOnce<T>(
  reader: Reader,
  epoch: string,
  work: (tx: ReadTx) => Promise<T>,
): Promise<T> {
  const job = startJob('read');
  reader.begin();
  try {
    const tx = readTx(reader.engine, job, { epoch, readHead: reader.head });
    const value = await runInside(job, () => work(tx));
    if (job.failure) throw job.failure;
    return value;
  } finally {
    job.isOver = true;
    reader.end();
  }
}

function startReader(connection: SqliteConnection): Reader {
  const begin = connection.client.prepare('begin');
  const end = connection.client.prepare('commit');
  return {
    connection,
    engine: sqliteEngine(connection),
    begin: () => begin.run(),
    end: () => end.run(),
    head: headStatement(connection.client),
  };
}
