// The PostgreSQL and the Redis that tests may use: one that the environment names, one that runs on
// this machine, one started here from installed programs, or (PostgreSQL) from its npm package.
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { startPostgres } from './start-postgres.ts';
import { startRedis } from './start-redis.ts';

export type Service = { url: string; how: string; stop: () => Promise<void> };
export type Services = { postgres: Service | null; redis: Service | null };

const CONNECT_TIMEOUT_MS = 2000;

export async function findServices(): Promise<Services> {
  const [postgres, redis] = await Promise.all([findPostgres(), findRedis()]);
  return { postgres, redis };
}

async function findPostgres(): Promise<Service | null> {
  const named = process.env.DATABASE_URL ?? '';
  const running = 'postgres://postgres@127.0.0.1:5432/postgres';
  if (named.startsWith('postgres') && (await mayCreateDatabases(named))) {
    return found(named, 'from DATABASE_URL');
  }
  if (await mayCreateDatabases(running)) return found(running, 'running on port 5432');
  return startPostgres(mayCreateDatabases);
}

async function findRedis(): Promise<Service | null> {
  const named = process.env.REDIS_URL ?? '';
  const running = 'redis://127.0.0.1:6379';
  if (named !== '' && (await answersPing(named))) return found(named, 'from REDIS_URL');
  if (await answersPing(running)) return found(running, 'running on port 6379');
  return startRedis(answersPing);
}

function found(url: string, how: string): Service {
  return { url, how, stop: async () => {} };
}

async function mayCreateDatabases(url: string): Promise<boolean> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  client.on('error', () => {});
  const sql = 'select rolsuper or rolcreatedb as may from pg_roles where rolname = current_user';
  try {
    await client.connect();
    const { rows } = await client.query<{ may: boolean }>(sql);
    return rows[0]?.may === true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function answersPing(url: string): Promise<boolean> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  redis.on('error', () => {});
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}
