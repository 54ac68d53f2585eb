import { staffProcedure } from '../trpc.ts';
import { editMessage, listHistory } from './chat.edit.ts';
import { forwardMessage } from './chat.forward.ts';
import { markUnread } from './chat.mark-unread.ts';
import {
  editInput,
  forwardInput,
  markUnreadInput,
  messageIdInput,
  pinInput,
  pinnedInput,
  reactInput,
  readersInput,
  removeInput,
  savedInput,
  saveInput,
} from './chat.message.schema.ts';
import { listPinned, pinMessage } from './chat.pin.ts';
import { react } from './chat.react.ts';
import { listReaders } from './chat.readers.ts';
import { removeMessage } from './chat.remove.ts';
import { listSaved, saveMessage } from './chat.saved.ts';

/** What is done with one message; part of `chat`. */
export const messageProcedures = {
  edit: staffProcedure
    .input(editInput)
    .mutation(({ ctx, input }) => editMessage(ctx.deps, ctx.viewer, input)),
  history: staffProcedure
    .input(messageIdInput)
    .query(({ ctx, input }) => listHistory(ctx.deps, ctx.viewer, input)),
  remove: staffProcedure
    .input(removeInput)
    .mutation(({ ctx, input }) => removeMessage(ctx.deps, ctx.viewer, input)),
  react: staffProcedure
    .input(reactInput)
    .mutation(({ ctx, input }) => react(ctx.deps, ctx.viewer, input)),
  pin: staffProcedure
    .input(pinInput)
    .mutation(({ ctx, input }) => pinMessage(ctx.deps, ctx.viewer, input)),
  pinned: staffProcedure
    .input(pinnedInput)
    .query(({ ctx, input }) => listPinned(ctx.deps, ctx.viewer, input)),
  forward: staffProcedure
    .input(forwardInput)
    .mutation(({ ctx, input }) => forwardMessage(ctx.deps, ctx.viewer, input)),
  save: staffProcedure
    .input(saveInput)
    .mutation(({ ctx, input }) => saveMessage(ctx.deps, ctx.viewer, input)),
  saved: staffProcedure
    .input(savedInput)
    .query(({ ctx, input }) => listSaved(ctx.deps, ctx.viewer, input)),
  markUnread: staffProcedure
    .input(markUnreadInput)
    .mutation(({ ctx, input }) => markUnread(ctx.deps, ctx.viewer, input)),
  readers: staffProcedure
    .input(readersInput)
    .query(({ ctx, input }) => listReaders(ctx.deps, ctx.viewer, input)),
};
