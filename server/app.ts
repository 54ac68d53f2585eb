// One Haru: what every service may use, and every procedure there is.
import type { Db } from '#db/database.ts';
import { authRouter } from './auth/auth.router.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { createConnections } from './http/connections.ts';
import type { Bus } from './live/bus.ts';
import { Caches } from './live/caches.ts';
import { Hub } from './live/hub.ts';
import { liveRouter } from './live/live.router.ts';
import { closeRevoked } from './live/revocation.ts';
import type { Logger } from './log.ts';
import { peopleRouter } from './people/people.router.ts';
import { Presence } from './presence/presence.ts';
import { promotionsRouter } from './promotions/promotions.router.ts';
import { setupRouter } from './setup/setup.router.ts';
import { tasksRouter } from './tasks/tasks.router.ts';
import { teamsRouter } from './teams/teams.router.ts';
import { tokensRouter } from './tokens/tokens.router.ts';
import { router } from './trpc.ts';

export const appRouter = router({
  auth: authRouter,
  live: liveRouter,
  people: peopleRouter,
  promotions: promotionsRouter,
  setup: setupRouter,
  tasks: tasksRouter,
  teams: teamsRouter,
  tokens: tokensRouter,
});

export type AppRouter = typeof appRouter;

export type AppOptions = { config: Config; db: Db; clock: Clock; log: Logger; bus: Bus };

export type App = { deps: Deps; close(): Promise<void> };

export async function createApp(options: AppOptions): Promise<App> {
  const { config, db, clock, log, bus } = options;
  const hub = new Hub({
    db,
    bus,
    now: () => clock.now(),
    onError: (error) => log.error({ error }, 'reading the log of events failed'),
  });
  await hub.start();
  const connections = createConnections();
  const deps: Deps = {
    db,
    clock,
    config,
    log,
    hub,
    connections,
    caches: new Caches(hub),
    presence: new Presence(connections, clock),
  };
  const stopRevocation = closeRevoked(hub, connections);
  return {
    deps,
    async close() {
      stopRevocation();
      await hub.close();
    },
  };
}
