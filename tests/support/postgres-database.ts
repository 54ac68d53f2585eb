// PostgreSQL databases for tests, on the server that HARU_TEST_POSTGRES names.
import { randomBytes } from 'node:crypto';

import { Client } from 'pg';

import { migrateDatabase } from '#db/migrate.ts';
import type { EmptyDatabase } from './database.ts';
import { migrationsDigest } from './migrations-digest.ts';

const SERVER = process.env.HARU_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const TEMPLATE_LOCK = 482_021;

export async function newPostgresDatabase(): Promise<EmptyDatabase> {
  const template = await postgresTemplate();
  const name = `haru_test_${randomBytes(6).toString('hex')}`;
  await onServer((server) => server.query(`create database ${name} template ${template}`));
  return { url: urlOf(name), remove: () => dropDatabase(name) };
}

/** Empty, and not migrated either. */
export async function barePostgresDatabase(options = ''): Promise<EmptyDatabase> {
  const name = `haru_test_${randomBytes(6).toString('hex')}`;
  await onServer((server) => server.query(`create database ${name} template template0 ${options}`));
  return { url: urlOf(name), remove: () => dropDatabase(name) };
}

let template: Promise<string> | null = null;

function postgresTemplate(): Promise<string> {
  template ??= onServer(ensureTemplate);
  return template;
}

async function ensureTemplate(server: Client): Promise<string> {
  const name = `haru_template_${migrationsDigest('postgres')}`;
  await server.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  const known = await server.query('select 1 from pg_database where datname = $1', [name]);
  if (known.rowCount === 0) {
    const draft = `${name}_draft`;
    await server.query(`drop database if exists ${draft}`);
    await server.query(`create database ${draft} template template0`);
    await migrateDatabase({ url: urlOf(draft) });
    await server.query(`alter database ${draft} rename to ${name}`);
  }
  return name;
}

async function dropDatabase(name: string) {
  await onServer((server) => server.query(`drop database if exists ${name} with (force)`));
}

async function onServer<T>(work: (server: Client) => Promise<T>): Promise<T> {
  const server = new Client({ connectionString: SERVER });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(SERVER);
  url.pathname = `/${database}`;
  return url.href;
}
