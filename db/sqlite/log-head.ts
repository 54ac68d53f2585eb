// The highest seq ever given, also when the log was pruned to nothing: SQLite keeps it for AUTOINCREMENT.
import type Database from 'better-sqlite3';

export function headStatement(client: Database.Database): () => number {
  const statement = client
    .prepare<[], number>(`select seq from sqlite_sequence where name = 'events'`)
    .pluck(true);
  return () => statement.get() ?? 0;
}
