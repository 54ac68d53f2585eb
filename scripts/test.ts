// `npm test`: every test, the browser stories too. `npm test -- <filter>` runs what its path matches.
import { findServices, type Services } from '#tests/support/services.ts';
import { runVitest, type Tally } from './test/run-vitest.ts';

type Run = { title: string; projects: string[]; blockedBy?: string };

const filters = process.argv.slice(2);
const mustHaveServices = process.env.REQUIRE_SERVICES === '1';
const services = await findServices();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

announce();
const env = environment(services);
const total: Tally = { passed: 0, failed: 0, skipped: 0 };
for (const run of runs(services)) {
  console.log(`\n── ${run.title}`);
  add(run.blockedBy === undefined ? await runVitest(run.projects, filters, env) : blocked(run));
}
if (services.redis === null)
  add(blocked({ title: 'Tests that need Redis', projects: [], blockedBy: 'Redis' }));
await services.postgres?.stop();
await services.redis?.stop();
finish();

function runs({ postgres }: Services): Run[] {
  return [
    { title: 'Server, scripts and screens, on SQLite', projects: ['server', 'client'] },
    {
      title: 'Server again, on PostgreSQL',
      projects: ['postgres'],
      ...(postgres === null ? { blockedBy: 'PostgreSQL' } : {}),
    },
    { title: 'Stories in a browser', projects: ['e2e'] },
  ];
}

function announce() {
  console.log(`PostgreSQL: ${services.postgres?.how ?? 'none found'}`);
  console.log(`Redis:      ${services.redis?.how ?? 'none found'}`);
}

/** What the tests see: where the services are, and none of the settings of this machine's own Haru. */
function environment({ postgres, redis }: Services): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...rest } = process.env;
  return {
    ...rest,
    ...(postgres === null ? {} : { HARU_TEST_POSTGRES: postgres.url }),
    ...(redis === null ? {} : { HARU_TEST_REDIS: redis.url }),
  };
}

function blocked({ title, blockedBy }: Run): Tally {
  console.log(`NOT RUN: ${title} (no ${blockedBy} was found and none could be started)`);
  return { passed: 0, failed: mustHaveServices ? 1 : 0, skipped: 0 };
}

function add(tally: Tally) {
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
}

function finish() {
  if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
  const nothingRan = total.passed + total.failed === 0;
  if (nothingRan) console.log(`\nNo test matches ${filters.join(' ')}.`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed > 0 || nothingRan ? 1 : 0);
}
