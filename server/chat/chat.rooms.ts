import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Position, ReadTx } from '#db/database.ts';
import { messages, roomMembers, rooms } from '#db/schema/chat.ts';
import type { Deps } from '../deps.ts';
import type { Viewer } from '../viewer.ts';
import { previewColumns, toPreview, toRoomEventData, toRoomItem } from './chat.row.ts';
import type { RoomDetail, RoomItem } from './chat.schema.ts';
import { getMyRoom, membersOf, shapeForMe } from './chat.visible.ts';

export type RoomList = { items: RoomItem[]; nextCursor: null; asOf: Position };

/** All rooms the viewer is in, the latest talk first. */
export function listRooms(deps: Deps, viewer: Viewer): Promise<RoomList> {
  return deps.db.read(async (tx) => {
    const question = tx.prepared('chat.rooms', (q) =>
      q
        .select({ room: rooms, me: roomMembers, last: previewColumns })
        .from(roomMembers)
        .innerJoin(rooms, eq(rooms.id, roomMembers.roomId))
        .leftJoin(messages, eq(messages.id, rooms.lastMessageId))
        .where(eq(roomMembers.userId, sql.placeholder('userId')))
        .orderBy(desc(rooms.activeAt), asc(rooms.id)),
    );
    const rows = await question.execute({ userId: viewer.id });
    const members = await membersOfMyRooms(tx, viewer);
    const items = rows.map(({ room, me, last }) => {
      const memberIds = members.get(room.id) ?? [];
      const lastMessage = last === null || last.no < me.seesFromNo ? null : toPreview(last);
      return toRoomItem(toRoomEventData(room, { memberIds, lastMessage }), me);
    });
    return { items, nextCursor: null, asOf: tx.asOf };
  });
}

async function membersOfMyRooms(tx: ReadTx, viewer: Viewer): Promise<Map<string, string[]>> {
  const question = tx.prepared('chat.rooms.members', (q) =>
    q
      .select({ roomId: roomMembers.roomId, userId: roomMembers.userId })
      .from(roomMembers)
      .where(
        inArray(
          roomMembers.roomId,
          q
            .select({ roomId: roomMembers.roomId })
            .from(roomMembers)
            .where(eq(roomMembers.userId, sql.placeholder('userId'))),
        ),
      )
      .orderBy(asc(roomMembers.roomId), asc(roomMembers.userId)),
  );
  const members = new Map<string, string[]>();
  for (const { roomId, userId } of await question.execute({ userId: viewer.id }))
    members.set(roomId, [...(members.get(roomId) ?? []), userId]);
  return members;
}

export function getRoom(
  deps: Deps,
  viewer: Viewer,
  input: { id: string },
): Promise<{ item: RoomDetail; asOf: Position }> {
  return deps.db.read(async (tx) => {
    const mine = await getMyRoom(tx, viewer, input.id);
    const item = {
      ...toRoomItem(await shapeForMe(tx, mine), mine.me),
      members: await membersOf(tx, input.id),
    };
    return { item, asOf: tx.asOf };
  });
}
