// Brings a PostgreSQL database up to this version, in one transaction and under a lock: of several processes the first
// one does it and the others find it done.
import { Client } from 'pg';

import { newEpoch } from '../epoch.ts';
import { codeOf, DatabaseRefused } from '../errors.ts';
import { type Migration, pendingMigrations } from '../migration-files.ts';

const CONNECT_TIMEOUT_MS = 10_000;
const MIGRATION_LOCK = 482_020;
/** Where Drizzle's own tools look, too. */
const JOURNAL = 'drizzle.__drizzle_migrations';

export async function migratePostgres(url: string, migrations: Migration[]) {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  client.on('error', (error) => process.emitWarning(error));
  await connect(client);
  try {
    await refuseUnusable(client);
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await applyPending(client, migrations);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.end();
  }
}

async function connect(client: Client) {
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message || codeOf(error) : String(error);
    const where = `${client.host}:${client.port}`;
    throw new DatabaseRefused(`PostgreSQL at ${where} cannot be used: ${reason}.`, {
      cause: error,
    });
  }
}

async function refuseUnusable(client: Client) {
  const { rows } = await client.query<{ server_encoding: string }>('show server_encoding');
  const encoding = rows[0]?.server_encoding;
  if (encoding !== 'UTF8') {
    throw new DatabaseRefused(
      `The database ${client.database} is encoded in ${encoding}; Haru needs UTF8.`,
    );
  }
}

async function applyPending(client: Client, migrations: Migration[]) {
  await client.query('create schema if not exists drizzle');
  await client.query(
    `create table if not exists ${JOURNAL} (id serial primary key, hash text not null, created_at bigint)`,
  );
  const pending = pendingMigrations(migrations, await appliedIn(client));
  if (!pending) {
    throw new DatabaseRefused(
      `The database ${client.database} was last used by a newer version of Haru; this one is too old for it.`,
    );
  }
  for (const { hash, when, statements } of pending) {
    for (const statement of statements) await client.query(statement);
    await client.query(`insert into ${JOURNAL} (hash, created_at) values ($1, $2)`, [hash, when]);
  }
  const epoch = `insert into meta (key, value) values ('epoch', $1) on conflict do nothing`;
  await client.query(epoch, [newEpoch()]);
}

async function appliedIn(client: Client): Promise<number[]> {
  const { rows } = await client.query<{ created_at: string }>(`select created_at from ${JOURNAL}`);
  return rows.map(({ created_at }) => Number(created_at));
}
