// The one place where the chat screens ask for rooms and change them.
import { newId } from '#client/api/new-id.ts';
import { trpc } from '#client/api/trpc.ts';
import { useLive } from '#client/live/use-live.ts';
import type { RoomKind } from '#server/chat/chat.schema.ts';

const NONE: Record<string, number> = {};

/** The latest talk first, with the numbers of what one has not read. */
export function useRooms() {
  const query = trpc.chat.rooms.useQuery();
  const rooms = useLive('chat.rooms', undefined, query.data)?.items ?? [];
  const unread = trpc.nav.counts.useQuery().data?.rooms ?? NONE;
  return { query, rooms, unread };
}

export function useRoom(id: string) {
  const input = { id };
  const query = trpc.chat.room.useQuery(input);
  return { query, room: useLive('chat.room', input, query.data)?.item };
}

export type NewRoom = { kind: RoomKind; title: string | null; memberIds: string[] };

export function useRoomActs() {
  const { client } = trpc.useUtils();

  /** The id of the room: of the one that two people already share, if they do. */
  async function createRoom(room: NewRoom): Promise<string> {
    const id = newId();
    const { item } = await client.chat.createRoom.mutate({ ...room, id, mutationId: id });
    return item.id;
  }

  async function addMembers(roomId: string, userIds: string[]): Promise<void> {
    await client.chat.addMembers.mutate({ roomId, userIds, mutationId: newId() });
  }

  async function leaveRoom(roomId: string): Promise<void> {
    await client.chat.leave.mutate({ roomId, mutationId: newId() });
  }

  return { createRoom, addMembers, leaveRoom };
}
