import { defineConfig } from 'drizzle-kit';

const isPostgres = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '');

export default defineConfig({
  dialect: isPostgres ? 'postgresql' : 'sqlite',
  schema: './db/schema/*.ts',
  out: process.env.MIGRATIONS_OUT ?? `./db/migrations/${isPostgres ? 'postgres' : 'sqlite'}`,
  casing: 'snake_case',
});
