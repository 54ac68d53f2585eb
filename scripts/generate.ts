// Writes the next migration for both databases from db/schema. Arguments go to drizzle-kit, e.g.
// `npm run generate -- --name add-notes`, or `--custom` for one to be filled in by hand.
import { spawnSync } from 'node:child_process';

for (const url of ['', 'postgres://nobody@127.0.0.1/none']) {
  const { status } = spawnSync('drizzle-kit', ['generate', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: url },
  });
  if (status !== 0) process.exit(status ?? 1);
}
