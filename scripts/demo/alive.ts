// A dozen colleagues who keep working over the same API as everybody else, until Ctrl+C. They outlive restarts of the
// server; what they do is as slow and as various as people are.
import type { Config } from '#server/config.ts';
import { DEMO_PASSWORD, demoUsername } from '#server/demo/demo-office.ts';
import { Colleague } from './colleague.ts';
import { DemoRefused } from './demo-refused.ts';
import { loadDemo } from './load.ts';
import { News } from './news.ts';
import { addressOf, isReady, type ServerAddress } from './server-address.ts';
import { about } from './wait.ts';

/** The admins (user01 …) stay free for whoever looks on. */
const FIRST = 3;
const COLLEAGUES = 12;
const ARRIVE_EVERY_MS = 300;

export async function keepAlive(config: Config): Promise<void> {
  const server = addressOf(config);
  if (!(await isReady(server)))
    throw new DemoRefused(
      `Haru is not running at ${server.origin}. Start it in another terminal (npm start), then come back.`,
    );
  if (await isEmpty(server)) {
    await loadDemo(config);
    console.log('The demo company has moved in.');
  }
  const home = new AbortController();
  goHomeOnSignals(home);
  const usernames = Array.from({ length: COLLEAGUES }, (_, at) => demoUsername(FIRST + at));
  const office = { server, news: new News(), goHome: home.signal };
  const colleagues = usernames.map((name) => new Colleague(name, office));
  await colleagues[0]?.arrive();
  console.log(
    `${COLLEAGUES} colleagues are at work on ${server.page} until Ctrl+C.\n` +
      `Look on as ${demoUsername(0)}, password ${DEMO_PASSWORD}.`,
  );
  await Promise.all(colleagues.map((each, at) => each.workAfter(about(at * ARRIVE_EVERY_MS))));
  console.log('Everybody has gone home.');
}

async function isEmpty({ origin }: ServerAddress): Promise<boolean> {
  const answer = await fetch(`${origin}/trpc/setup.status`);
  const { result } = (await answer.json()) as SetupAnswer;
  return result.data.json.needsSetup;
}

type SetupAnswer = { result: { data: { json: { needsSetup: boolean } } } };

/** The first signal lets everybody sign out; the second does not wait. */
function goHomeOnSignals(home: AbortController): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (home.signal.aborted) process.exit(1);
      home.abort();
    });
  }
}
