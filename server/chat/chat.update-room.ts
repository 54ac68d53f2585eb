// What a room is called, says of itself, looks like and shows to newcomers; and whether it rests in the archive.
import { and, eq } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { rooms } from '#db/schema/chat.ts';
import { files } from '#db/schema/files.ts';
import type { Deps } from '../deps.ts';
import { forbidden, precondition } from '../errors.ts';
import { claimFiles } from '../files/files.claim.ts';
import { isPicture } from '../files/files.schema.ts';
import type { Viewer } from '../viewer.ts';
import { emitMembersChanged } from './chat.events.ts';
import { roomAbilities } from './chat.policy.ts';
import type { UpdateRoomInput } from './chat.room.schema.ts';
import { type RoomRow, toRoomItem } from './chat.row.ts';
import type { RoomItem } from './chat.schema.ts';
import { lockMyRoom, type Mine, shapeForMe, shapeOf } from './chat.visible.ts';

/** A picture is a file of the viewer's own that hangs nowhere else. */
export async function updateRoom(
  deps: Deps,
  viewer: Viewer,
  input: UpdateRoomInput,
): Promise<{ item: RoomItem; asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { value, asOf } = await deps.db.write(act, async (tx) => {
    const mine = await lockMyRoom(tx, viewer, input.roomId);
    const changes = changesOf(mine.room, input, tx.now);
    refuseUnlessAllowed(mine, changes);
    const isSame = Object.keys(changes).length === 0;
    const room = isSame ? mine.room : await change(tx, mine, changes);
    return toRoomItem(await shapeForMe(tx, { ...mine, room }), mine.me);
  });
  const { typing } = deps.presence;
  if (value.archivedAt !== null)
    for (const userId of typing.writersIn(input.roomId)) typing.stop(input.roomId, userId);
  return { item: value, asOf };
}

async function change(tx: WriteTx, mine: Mine, changes: Changes): Promise<RoomRow> {
  const { pictureId } = changes;
  if (pictureId !== undefined) await hangPicture(tx, mine, pictureId);
  const room = { ...mine.room, ...changes, version: mine.room.version + 1 };
  const stored = { ...changes, version: room.version };
  await tx.update(rooms).set(stored).where(eq(rooms.id, room.id));
  emitMembersChanged(tx, await shapeOf(tx, room), { joined: [], left: [] });
  tx.audit('room.update', { kind: 'room', id: room.id }, { fields: Object.keys(changes) });
  return room;
}

type Changes = Partial<
  Pick<RoomRow, 'title' | 'description' | 'pictureId' | 'history' | 'archivedAt'>
>;

/** Only what will be something else. */
function changesOf(room: RoomRow, input: UpdateRoomInput, now: Date): Changes {
  const { title, pictureId, history, archived } = input;
  const description = input.description === '' ? null : input.description;
  const isArchived = room.archivedAt !== null;
  return {
    ...(title !== undefined && title !== room.title && { title }),
    ...(description !== undefined && description !== room.description && { description }),
    ...(pictureId !== undefined && pictureId !== room.pictureId && { pictureId }),
    ...(history !== undefined && history !== room.history && { history }),
    ...(archived !== undefined && archived !== isArchived && { archivedAt: archived ? now : null }),
  };
}

/** Coming back from the archive and being changed may be one act. */
function refuseUnlessAllowed({ room, me }: Mine, changes: Changes): void {
  if (room.kind === 'direct') throw precondition('room_of_two');
  if (!roomAbilities(me, room).archive) throw forbidden('room_not_yours');
  const { archivedAt: _archivedAt, ...others } = changes;
  const after = changes.archivedAt === null ? { ...room, archivedAt: null } : room;
  if (Object.keys(others).length > 0 && !roomAbilities(me, after).describe)
    throw precondition('room_archived');
}

/** What hung there before waits to be collected. */
async function hangPicture(tx: WriteTx, { room, me }: Mine, pictureId: string | null) {
  const hung = and(eq(files.subjectKind, 'room'), eq(files.subjectId, room.id));
  await tx.update(files).set({ subjectKind: null, subjectId: null }).where(hung);
  if (pictureId === null) return;
  const subject = { kind: 'room' as const, id: room.id };
  const claimed = await claimFiles(tx, { id: me.userId }, { fileIds: [pictureId], subject });
  if (!claimed.every(isPicture)) throw precondition('file_not_a_picture');
}
