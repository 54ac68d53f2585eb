import type { Db, OpenOptions } from '../database.ts';

export async function openPostgres(_options: OpenOptions): Promise<Db> {
  throw new Error('not yet');
}
