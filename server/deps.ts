import type { Db } from '#db/database.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { FileStore } from './files/file-store.ts';
import type { Connections } from './http/connections.ts';
import type { Caches } from './live/caches.ts';
import type { Hub } from './live/hub.ts';
import type { Logger } from './log.ts';
import type { IsPushService } from './push/push-services.ts';
import type { Presence } from './presence/presence.ts';

/** What every service may use. One object per process; tests make their own. */
export type Deps = {
  db: Db;
  clock: Clock;
  config: Config;
  log: Logger;
  hub: Hub;
  caches: Caches;
  connections: Connections;
  presence: Presence;
  files: FileStore;
  /** Whether a browser's address for pushes is one of those we send to. */
  isPushService: IsPushService;
};
