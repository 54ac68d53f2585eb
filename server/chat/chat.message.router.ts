import { staffProcedure } from '../trpc.ts';
import { markUnread } from './chat.mark-unread.ts';
import { markUnreadInput, readersInput } from './chat.message.schema.ts';
import { listReaders } from './chat.readers.ts';

/** What is done with one message; part of `chat`. */
export const messageProcedures = {
  markUnread: staffProcedure
    .input(markUnreadInput)
    .mutation(({ ctx, input }) => markUnread(ctx.deps, ctx.viewer, input)),
  readers: staffProcedure
    .input(readersInput)
    .query(({ ctx, input }) => listReaders(ctx.deps, ctx.viewer, input)),
};
