// One Haru: its services, its procedures, its edge. The process makes one; tests make as many as they like.
import type { Db } from '#db/database.ts';
import { adminRouter } from './admin/admin.router.ts';
import { authRouter } from './auth/auth.router.ts';
import { startSweep } from './auth/sweep.ts';
import { chatRouter } from './chat/chat.router.ts';
import { keepSearchIndexed } from './chat/chat.search-keeper.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { FileStore } from './files/file-store.ts';
import { keepFilesTidy } from './files/files.collect.ts';
import type { BudgetSize } from './http/budget.ts';
import { createConnections } from './http/connections.ts';
import { createEdge } from './http/edge.ts';
import { bindListener, type Listener } from './http/listener.ts';
import { type Bus, createLocalBus } from './live/bus.ts';
import { Caches } from './live/caches.ts';
import { Hub } from './live/hub.ts';
import { liveRouter } from './live/live.router.ts';
import { keepLogShort } from './live/prune-log.ts';
import { closeRevoked } from './http/revocation.ts';
import { createLogger, type Logger } from './log.ts';
import { navRouter } from './nav/nav.router.ts';
import { notificationsRouter } from './notifications/notifications.router.ts';
import { peopleRouter } from './people/people.router.ts';
import { Presence } from './presence/presence.ts';
import { promotionsRouter } from './promotions/promotions.router.ts';
import { keepPushing } from './push/keep-pushing.ts';
import { pushRouter } from './push/push.router.ts';
import { isPushService, type IsPushService } from './push/push-services.ts';
import { remindersRouter } from './reminders/reminders.router.ts';
import { Scheduler } from './scheduler/scheduler.ts';
import { keepTitlesFindable } from './search/search.keeper.ts';
import { searchRouter } from './search/search.router.ts';
import { setupRouter } from './setup/setup.router.ts';
import { tasksRouter } from './tasks/tasks.router.ts';
import { teamsRouter } from './teams/teams.router.ts';
import { tokensRouter } from './tokens/tokens.router.ts';
import { router } from './trpc.ts';
import { viewsRouter } from './views/views.router.ts';

export const appRouter = router({
  admin: adminRouter,
  auth: authRouter,
  chat: chatRouter,
  live: liveRouter,
  nav: navRouter,
  notifications: notificationsRouter,
  people: peopleRouter,
  promotions: promotionsRouter,
  push: pushRouter,
  reminders: remindersRouter,
  search: searchRouter,
  setup: setupRouter,
  tasks: tasksRouter,
  teams: teamsRouter,
  tokens: tokensRouter,
  views: viewsRouter,
});

export type AppRouter = typeof appRouter;

export type AppOptions = {
  config: Config;
  /** Migrated. Whoever opened it closes it, after the app. */
  db: Db;
  clock?: Clock;
  log?: Logger;
  bus?: Bus;
  /** Absent: in the config's folder. */
  files?: FileStore;
  callBudget?: BudgetSize;
  uploadBudget?: BudgetSize;
  /** Absent: the services of the browsers' makers. */
  isPushService?: IsPushService;
  pagesFolder?: string | null;
};

export type App = {
  deps: Deps;
  router: AppRouter;
  /** At the config's host and port, or where `listener` already is. */
  listen(listener?: Listener): Promise<{ port: number }>;
  /** Lets calls end and sends sockets elsewhere, for at most `drainMs` (5 s). */
  close(options?: { drainMs?: number }): Promise<void>;
};

const DRAIN_MS = 5000;

export async function createApp(options: AppOptions): Promise<App> {
  const { config, db, clock = systemClock, bus = createLocalBus() } = options;
  const log = options.log ?? createLogger(config.logLevel);
  const connections = createConnections();
  const onError = (error: unknown) =>
    log.error({ err: error }, 'The log of events could not be read.');
  const hub = new Hub({ db, bus, now: () => clock.now(), onError });
  await hub.start();
  const caches = new Caches(hub);
  const presence = new Presence(connections, clock);
  const files = options.files ?? new FileStore(config.dataDir);
  const deps: Deps = {
    db,
    clock,
    config,
    log,
    hub,
    caches,
    connections,
    presence,
    files,
    isPushService: options.isPushService ?? isPushService,
  };

  const scheduler = new Scheduler(deps);
  await scheduler.start();

  const { callBudget, uploadBudget, pagesFolder } = options;
  const edge = createEdge({
    deps,
    router: appRouter,
    bus,
    callBudget,
    uploadBudget,
    pagesFolder,
  });
  const stops = [
    closeRevoked(hub, connections),
    startSweep(deps),
    keepLogShort(deps),
    keepSearchIndexed(deps),
    keepTitlesFindable(deps),
    keepFilesTidy(deps),
    keepPushing(deps),
  ];
  return {
    deps,
    router: appRouter,
    async listen(listener) {
      const bound = listener ?? (await bindListener(config));
      edge.serve(bound);
      return { port: bound.port };
    },
    async close({ drainMs = DRAIN_MS } = {}) {
      await edge.close(drainMs);
      await scheduler.close();
      for (const stop of stops) stop();
      await hub.close();
    },
  };
}
