import type { Migration } from '../migration-files.ts';

export async function migratePostgres(_url: string, _migrations: Migration[]) {
  throw new Error('not yet');
}
