import { useMinute } from '#client/ui/clock.ts';
import { usePeople } from '#client/ui/people.ts';
import { seoulDay } from '#server/seoul.schema.ts';
import type { SearchNames } from './search-query.ts';
import { useRoomName } from './use-room-name.ts';
import { useRooms } from './use-rooms.ts';

/** Who and what a filter may name. */
export function useSearchNames(): SearchNames {
  const { everybody } = usePeople();
  const { rooms } = useRooms();
  const nameOf = useRoomName();
  const today = seoulDay(useMinute());
  return {
    people: everybody,
    rooms: rooms.map((room) => ({ id: room.id, name: nameOf(room) })),
    today,
  };
}
