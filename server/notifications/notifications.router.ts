import { feed } from '../live/feed.ts';
import { onChangeInput } from '../live/live.schema.ts';
import { router, staffProcedure } from '../trpc.ts';
import { listNotices } from './notifications.list.ts';
import { markAllNoticesRead, markNoticesRead, markNoticesUnread } from './notifications.mark.ts';
import { getPreferences, setPreferences } from './notifications.preferences.ts';
import { setPreferencesInput } from './notifications.preferences.schema.ts';
import {
  listNoticesInput,
  markAllNoticesInput,
  markNoticesInput,
  snoozeNoticesInput,
} from './notifications.schema.ts';
import { snoozeNotices, unsnoozeNotices } from './notifications.snooze.ts';

export const notificationsRouter = router({
  list: staffProcedure
    .input(listNoticesInput)
    .query(({ ctx, input }) => listNotices(ctx.deps, ctx.viewer, input)),
  markRead: staffProcedure
    .input(markNoticesInput)
    .mutation(({ ctx, input }) => markNoticesRead(ctx.deps, ctx.viewer, input)),
  markUnread: staffProcedure
    .input(markNoticesInput)
    .mutation(({ ctx, input }) => markNoticesUnread(ctx.deps, ctx.viewer, input)),
  markAllRead: staffProcedure
    .input(markAllNoticesInput)
    .mutation(({ ctx, input }) => markAllNoticesRead(ctx.deps, ctx.viewer, input)),
  snooze: staffProcedure
    .input(snoozeNoticesInput)
    .mutation(({ ctx, input }) => snoozeNotices(ctx.deps, ctx.viewer, input)),
  unsnooze: staffProcedure
    .input(markNoticesInput)
    .mutation(({ ctx, input }) => unsnoozeNotices(ctx.deps, ctx.viewer, input)),
  preferences: staffProcedure.query(({ ctx }) => getPreferences(ctx.deps, ctx.viewer)),
  setPreferences: staffProcedure
    .input(setPreferencesInput)
    .mutation(({ ctx, input }) => setPreferences(ctx.deps, ctx.viewer, input)),
  onChange: staffProcedure
    .input(onChangeInput)
    .subscription(({ ctx, input, signal }) =>
      feed(ctx, { features: ['notifications'], input, signal }),
    ),
});
