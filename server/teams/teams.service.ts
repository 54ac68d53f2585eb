// The teams of the office: everybody reads them, on almost every screen, so that the answer is cached until one changes.
import { asc } from 'drizzle-orm';
import type { Position, ReadTx } from '#db/database.ts';
import { teams } from '#db/schema/people.ts';
import type { Deps } from '../deps.ts';
import type { Cache, Caches } from '../live/caches.ts';
import type { TeamItem } from './teams.schema.ts';

export type TeamList = { items: TeamItem[]; nextCursor: null; asOf: Position };

/** By name. Never older than `cursor`, what the caller has seen. */
export async function listTeams(deps: Deps, cursor: string | null): Promise<TeamList> {
  const { value, asOf } = await cacheOf(deps.caches).get('all', cursor, allTeams);
  return { items: value, nextCursor: null, asOf };
}

function allTeams(tx: ReadTx): Promise<TeamItem[]> {
  const columns = { id: teams.id, name: teams.name, version: teams.version };
  return tx
    .prepared('teams.list', (q) =>
      q.select(columns).from(teams).orderBy(asc(teams.name), asc(teams.id)),
    )
    .execute();
}

const cacheOfProcess = new WeakMap<Caches, Cache<TeamItem[]>>();

function cacheOf(caches: Caches): Cache<TeamItem[]> {
  const known = cacheOfProcess.get(caches);
  if (known !== undefined) return known;
  const made = caches.create<TeamItem[]>('teams.list', {
    max: 1,
    affects: (event) => (event.feature === 'teams' ? 'all' : null),
  });
  cacheOfProcess.set(caches, made);
  return made;
}
