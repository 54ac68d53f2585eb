// The one place where the chat screens ask for rooms.
import { trpc } from '#client/api/trpc.ts';
import { useLive } from '#client/live/use-live.ts';

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
