// What an event does to an answer that only admins get. Pure; held against fresh answers in tests/live/admin-consistency.
import { peopleLive } from '#client/features/people/people.live.ts';
import type { LiveHandlers } from '#client/live/live-types.ts';
import { isWithin, type Stretch } from '#client/live/pages.ts';
import {
  changeNewestFirst,
  compareNewestFirst,
  type NewestKey,
} from '#client/live/newest-first.ts';
import type { SessionItem } from '#server/auth/auth.schema.ts';

type AdminPaths =
  | 'admin.users.list'
  | 'admin.teams.list'
  | 'admin.sessions.list'
  | 'admin.health'
  | 'admin.cacheStats';

export const adminLive: Pick<LiveHandlers, AdminPaths> = {
  'admin.users.list': peopleLive['people.list'],
  'admin.teams.list': peopleLive['teams.list'],

  'admin.sessions.list': (page, event, { input }) => {
    if (event.kind === 'session.ended') return changeNewestFirst(page, event.id, null);
    if (event.kind !== 'session.started' && event.kind !== 'session.changed') return page;
    const item = event.data as SessionItem;
    if (input?.personId !== undefined && input.personId !== item.personId) return page;
    const stretch: Stretch<NewestKey> = { from: keyOf(input?.cursor), to: keyOf(page.nextCursor) };
    const isHere = isWithin([item.createdAt.getTime(), item.id], stretch, compareNewestFirst);
    return isHere ? changeNewestFirst(page, item.id, item) : page;
  },

  /** Measured, not written: it comes with admin.onHealth. */
  'admin.health': (answer) => answer,
  'admin.cacheStats': (answer) => answer,
};

/** The same as the server's cursor: `<createdAt in ms>:<id>`. */
function keyOf(cursor: string | null | undefined): NewestKey | null {
  if (cursor === null || cursor === undefined) return null;
  const at = cursor.indexOf(':');
  return [Number(cursor.slice(0, at)), cursor.slice(at + 1)];
}
