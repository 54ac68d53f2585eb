// Where in a room a link leads: `/chat/<room>?no=120` opens it at that message. Anything else in the URL is dropped.
export type RoomSearch = { no?: number };

export function roomSearch(raw: Record<string, unknown>): RoomSearch {
  const no = Number(raw['no']);
  return Number.isSafeInteger(no) && no > 0 ? { no } : {};
}
