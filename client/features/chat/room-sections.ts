// How the list of rooms is laid out, and which of them somebody is looking for.
import { matchesName } from '#client/ui/name-match.ts';
import type { Person } from '#client/ui/people.ts';
import type { RoomItem } from '#server/chat/chat.schema.ts';

export type RoomSections = { rooms: RoomItem[]; archived: RoomItem[] };

/** Pinned rooms first, each part in the order it came in; archived ones apart, pinned or not. */
export function roomSections(rooms: readonly RoomItem[]): RoomSections {
  const open = rooms.filter((room) => room.archivedAt === null);
  return {
    rooms: [...open.filter((room) => room.pinned), ...open.filter((room) => !room.pinned)],
    archived: rooms.filter((room) => room.archivedAt !== null),
  };
}

type Names = {
  nameOf: (room: RoomItem) => string;
  everybody: readonly Person[];
  viewerId: string;
};

/** By the room's name, or by somebody else in it: 민수, ㅁㅅ, minsu. */
export function roomsFor(
  rooms: readonly RoomItem[],
  typed: string,
  { nameOf, everybody, viewerId }: Names,
): readonly RoomItem[] {
  if (typed.trim() === '') return rooms;
  const wanted = new Set(
    everybody
      .filter((person) => person.id !== viewerId && matchesName(person, typed))
      .map(({ id }) => id),
  );
  return rooms.filter(
    (room) =>
      matchesName({ name: nameOf(room) }, typed) || room.memberIds.some((id) => wanted.has(id)),
  );
}
