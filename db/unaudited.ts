// The database's own housekeeping (pruning the log) goes through the same writer as everybody's changes, but it is
// nobody's act and leaves no audit row. Nothing outside db/ may use this.
import type { Db, WriteTx } from './database.ts';

export type UnauditedWrite = <T>(job: (tx: WriteTx) => Promise<T>) => Promise<T>;

const writes = new WeakMap<Db, UnauditedWrite>();

export function allowUnaudited(db: Db, write: UnauditedWrite): Db {
  writes.set(db, write);
  return db;
}

export function writeUnaudited<T>(db: Db, job: (tx: WriteTx) => Promise<T>): Promise<T> {
  const write = writes.get(db);
  if (!write) throw new Error('not a database opened by openDatabase');
  return write(job);
}
