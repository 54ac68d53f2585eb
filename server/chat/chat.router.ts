import { feed } from '../live/feed.ts';
import { onChangeInput } from '../live/live.schema.ts';
import { router, staffProcedure } from '../trpc.ts';
import { createRoom } from './chat.create.ts';
import { listDays } from './chat.days.ts';
import { daysInput } from './chat.days.schema.ts';
import { messageProcedures } from './chat.message.router.ts';
import { addMembers, leaveMyRoom, removeMember, setManager } from './chat.members.ts';
import { listMessages } from './chat.messages.ts';
import { setMine } from './chat.own-room.ts';
import { markRead } from './chat.read-mark.ts';
import {
  removeMemberInput,
  setManagerInput,
  setMineInput,
  updateRoomInput,
} from './chat.room.schema.ts';
import { getRoom, listRooms } from './chat.rooms.ts';
import {
  addMembersInput,
  createRoomInput,
  leaveRoomInput,
  markReadInput,
  messagesInput,
  onTypingInput,
  roomIdInput,
  sendInput,
  setTypingInput,
} from './chat.schema.ts';
import { searchMessages } from './chat.search.ts';
import { searchInput } from './chat.search.schema.ts';
import { sendMessage } from './chat.send.ts';
import { followTyping, setTyping } from './chat.typing.ts';
import { updateRoom } from './chat.update-room.ts';
import { writingProcedures } from './chat.writing.router.ts';

export const chatRouter = router({
  rooms: staffProcedure.query(({ ctx }) => listRooms(ctx.deps, ctx.viewer)),
  room: staffProcedure
    .input(roomIdInput)
    .query(({ ctx, input }) => getRoom(ctx.deps, ctx.viewer, input)),
  messages: staffProcedure
    .input(messagesInput)
    .query(({ ctx, input }) => listMessages(ctx.deps, ctx.viewer, input)),
  days: staffProcedure
    .input(daysInput)
    .query(({ ctx, input }) => listDays(ctx.deps, ctx.viewer, input)),
  search: staffProcedure
    .input(searchInput)
    .query(({ ctx, input }) => searchMessages(ctx.deps, ctx.viewer, input)),
  ...messageProcedures,
  ...writingProcedures,
  createRoom: staffProcedure
    .input(createRoomInput)
    .mutation(({ ctx, input }) => createRoom(ctx.deps, ctx.viewer, input)),
  updateRoom: staffProcedure
    .input(updateRoomInput)
    .mutation(({ ctx, input }) => updateRoom(ctx.deps, ctx.viewer, input)),
  addMembers: staffProcedure
    .input(addMembersInput)
    .mutation(({ ctx, input }) => addMembers(ctx.deps, ctx.viewer, input)),
  removeMember: staffProcedure
    .input(removeMemberInput)
    .mutation(({ ctx, input }) => removeMember(ctx.deps, ctx.viewer, input)),
  setManager: staffProcedure
    .input(setManagerInput)
    .mutation(({ ctx, input }) => setManager(ctx.deps, ctx.viewer, input)),
  setMine: staffProcedure
    .input(setMineInput)
    .mutation(({ ctx, input }) => setMine(ctx.deps, ctx.viewer, input)),
  leave: staffProcedure
    .input(leaveRoomInput)
    .mutation(({ ctx, input }) => leaveMyRoom(ctx.deps, ctx.viewer, input)),
  send: staffProcedure
    .input(sendInput)
    .mutation(({ ctx, input }) => sendMessage(ctx.deps, ctx.viewer, input)),
  markRead: staffProcedure
    .input(markReadInput)
    .mutation(({ ctx, input }) => markRead(ctx.deps, ctx.viewer, input)),
  setTyping: staffProcedure
    .input(setTypingInput)
    .mutation(({ ctx, input }) => setTyping(ctx.deps, ctx.viewer, input)),
  onChange: staffProcedure
    .input(onChangeInput)
    .subscription(({ ctx, input, signal }) => feed(ctx, { features: ['chat'], input, signal })),
  onTyping: staffProcedure
    .input(onTypingInput)
    .subscription(({ ctx, input, signal }) =>
      followTyping(ctx.deps, ctx.viewer, { input, signal }),
    ),
});
