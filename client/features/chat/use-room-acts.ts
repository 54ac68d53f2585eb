// What people do with rooms: shown at once where that is simple, sent to the server, put back if it is refused.
import { newId } from '#client/api/new-id.ts';
import { trpc } from '#client/api/trpc.ts';
import type { Provisional } from '#client/live/pending-acts.ts';
import { useAct } from '#client/live/use-act.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type {
  Notify,
  OwnRoom,
  RoomDetail,
  RoomEventData,
  RoomKind,
  RoomMember,
} from '#server/chat/chat.schema.ts';

export type NewRoom = { kind: RoomKind; title: string | null; memberIds: string[] };
export type RoomPatch = Partial<
  Pick<RoomEventData, 'title' | 'description' | 'pictureId' | 'history'>
>;
export type OwnPatch = { muted?: boolean; pinned?: boolean; notify?: Notify };

export function useRoomActs() {
  const viewer = useViewer();
  const act = useAct();
  const { client } = trpc.useUtils();

  /** The id of the room: of the one that two people already share, if they do. */
  async function createRoom(room: NewRoom): Promise<string> {
    const id = newId();
    const { item } = await client.chat.createRoom.mutate({ ...room, id, mutationId: id });
    return item.id;
  }

  function updateRoom(room: RoomDetail, patch: RoomPatch) {
    return act({
      provisional: [changed(room, patch)],
      send: (mutationId) =>
        client.chat.updateRoom.mutate({ roomId: room.id, ...patch, mutationId }),
    });
  }

  function archiveRoom(room: RoomDetail, archived: boolean) {
    return act({
      provisional: [changed(room, { archivedAt: archived ? new Date() : null })],
      send: (mutationId) =>
        client.chat.updateRoom.mutate({ roomId: room.id, archived, mutationId }),
    });
  }

  function setMine(room: OwnRoom & { id: string }, patch: OwnPatch) {
    const { id: roomId, muted, pinned, notify, unreadFromNo } = room;
    const data = { roomId, userId: viewer.id, muted, pinned, notify, unreadFromNo, ...patch };
    return act({
      provisional: [{ feature: 'chat', kind: 'membership.changed', id: roomId, data }],
      send: (mutationId) => client.chat.setMine.mutate({ roomId, ...patch, mutationId }),
    });
  }

  async function addMembers(roomId: string, userIds: string[]): Promise<void> {
    await client.chat.addMembers.mutate({ roomId, userIds, mutationId: newId() });
  }

  function removeMember(room: RoomDetail, { userId }: RoomMember) {
    const roomId = room.id;
    const memberIds = room.memberIds.filter((id) => id !== userId);
    return act({
      provisional: [changed(room, { memberIds }), memberChanged({ roomId, userId, member: null })],
      send: (mutationId) => client.chat.removeMember.mutate({ roomId, userId, mutationId }),
    });
  }

  function setManager(roomId: string, before: RoomMember, isManager: boolean) {
    const { userId } = before;
    return act({
      provisional: [memberChanged({ roomId, userId, member: { ...before, isManager } })],
      send: (mutationId) =>
        client.chat.setManager.mutate({ roomId, userId, isManager, mutationId }),
    });
  }

  async function leaveRoom(roomId: string): Promise<void> {
    await client.chat.leave.mutate({ roomId, mutationId: newId() });
  }

  return {
    createRoom,
    updateRoom,
    archiveRoom,
    setMine,
    addMembers,
    removeMember,
    setManager,
    leaveRoom,
  };
}

function changed(room: RoomDetail, patch: Partial<RoomEventData>): Provisional {
  const { members: _, muted: _m, pinned: _p, notify: _n, unreadFromNo: _u, ...shared } = room;
  const data = { ...shared, ...patch };
  return { feature: 'chat', kind: 'room.changed', id: room.id, data };
}

function memberChanged(data: {
  roomId: string;
  userId: string;
  member: RoomMember | null;
}): Provisional {
  return { feature: 'chat', kind: 'member.changed', id: data.roomId, data };
}
