import type { Position } from '#db/database.ts';
import type { Deps } from '../deps.ts';
import { forbidden, notFound, precondition } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { lockActivePeople, refuseTooMany } from './chat.create.ts';
import { joinRoom, leaveRoom } from './chat.membership.ts';
import { roomAbilities } from './chat.policy.ts';
import { toRoomItem } from './chat.row.ts';
import type { AddMembersInput, LeaveRoomInput, RoomItem } from './chat.schema.ts';
import { lockMyRoom, memberIdsOf, shapeOf } from './chat.visible.ts';

/** Those who are members already stay as they are. */
export async function addMembers(
  deps: Deps,
  viewer: Viewer,
  input: AddMembersInput,
): Promise<{ item: RoomItem; asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { value, asOf } = await deps.db.write(act, async (tx) => {
    // People before rooms, as everywhere: the order of locks.
    const active = new Set(await lockActivePeople(tx, input.userIds));
    const { room, me } = await lockMyRoom(tx, viewer, input.roomId);
    if (room.kind !== 'group') throw precondition('room_members_fixed');
    if (!roomAbilities(me, room).addMembers) throw forbidden('room_not_yours');
    const memberIds = await memberIdsOf(tx, room.id);
    const joining = [...new Set(input.userIds)].filter((userId) => !memberIds.includes(userId));
    if (joining.length === 0) return toRoomItem(await shapeOf(tx, room), me);
    if (joining.some((userId) => !active.has(userId))) throw notFound('person');
    refuseTooMany(memberIds.length + joining.length);
    const after = await joinRoom(tx, room, joining);
    tx.audit('room.add_members', { kind: 'room', id: room.id }, { userIds: joining });
    return toRoomItem(after, me);
  });
  return { item: value, asOf };
}

export async function leaveMyRoom(
  deps: Deps,
  viewer: Viewer,
  input: LeaveRoomInput,
): Promise<{ asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { asOf } = await deps.db.write(act, async (tx) => {
    const { room, me } = await lockMyRoom(tx, viewer, input.roomId);
    if (!roomAbilities(me, room).leave) throw precondition('room_members_fixed');
    await leaveRoom(tx, room, [viewer.id]);
    tx.audit('room.leave', { kind: 'room', id: room.id });
  });
  deps.presence.typing.stop(input.roomId, viewer.id);
  return { asOf };
}
