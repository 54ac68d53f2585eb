// The migrations must say what the schema says: generating into a copy of them must add nothing.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tryTool } from '../build/run-tool.ts';

const dialects = { sqlite: '', postgres: 'postgres://nobody@127.0.0.1/none' };

export async function checkMigrations() {
  const answers = await Promise.all(Object.entries(dialects).map(generateIntoCopy));
  return {
    code: Math.max(...answers.map((answer) => answer.code)),
    text: answers.map((answer) => answer.text).join('\n'),
  };
}

async function generateIntoCopy([dialect, url]: [string, string]) {
  const landed = `db/migrations/${dialect}`;
  if (!existsSync(landed)) return { code: 1, text: `${landed} is missing: npm run generate` };
  const copy = `.cache/migrations/${dialect}`;
  rmSync(copy, { recursive: true, force: true });
  mkdirSync('.cache/migrations', { recursive: true });
  cpSync(landed, copy, { recursive: true });
  const env = { ...process.env, DATABASE_URL: url, MIGRATIONS_OUT: copy };
  const { code, text } = await tryTool('drizzle-kit', ['generate'], { env });
  const added = readdirSync(copy).filter((name) => !existsSync(`${landed}/${name}`));
  if (code !== 0 || !text.includes('No schema changes')) {
    return {
      code: 1,
      text: `${dialect}: ${text}\nNot in step: ${added.join(', ')}; npm run generate`,
    };
  }
  return { code: 0, text: '' };
}
