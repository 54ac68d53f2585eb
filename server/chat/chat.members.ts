import type { Position } from '#db/database.ts';
import type { Deps } from '../deps.ts';
import { forbidden, notFound, precondition } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { lockActivePeople, refuseTooMany } from './chat.create.ts';
import { changeManager, findMember, joinRoom, leaveRoom } from './chat.membership.ts';
import { roomAbilities } from './chat.policy.ts';
import type { RemoveMemberInput, SetManagerInput } from './chat.room.schema.ts';
import { toRoomItem } from './chat.row.ts';
import type { AddMembersInput, LeaveRoomInput, RoomItem } from './chat.schema.ts';
import { lockMyRoom, memberIdsOf, shapeOf } from './chat.visible.ts';

type Changed = { item: RoomItem; asOf: Position };

/** Those who are members already stay as they are. */
export async function addMembers(
  deps: Deps,
  viewer: Viewer,
  input: AddMembersInput,
): Promise<Changed> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { value, asOf } = await deps.db.write(act, async (tx) => {
    // People before rooms, as everywhere: the order of locks.
    const active = new Set(await lockActivePeople(tx, input.userIds));
    const { room, me } = await lockMyRoom(tx, viewer, input.roomId);
    if (room.kind !== 'group') throw precondition('room_members_fixed');
    if (!me.isManager) throw forbidden('room_not_yours');
    if (!roomAbilities(me, room).addMembers) throw precondition('room_archived');
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

/** At once: nothing of the room reaches them after it. Somebody who is no member (any more) stays none. */
export async function removeMember(
  deps: Deps,
  viewer: Viewer,
  input: RemoveMemberInput,
): Promise<Changed> {
  const { userId } = input;
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { value, asOf } = await deps.db.write(act, async (tx) => {
    const { room, me } = await lockMyRoom(tx, viewer, input.roomId);
    if (room.kind !== 'group') throw precondition('room_members_fixed');
    if (!roomAbilities(me, room).removeMembers) throw forbidden('room_not_yours');
    if (userId === viewer.id) throw precondition('room_leave_instead');
    if ((await findMember(tx, room.id, userId)) === undefined)
      return toRoomItem(await shapeOf(tx, room), me);
    const after = await leaveRoom(tx, room, [userId]);
    tx.audit('room.remove_member', { kind: 'room', id: room.id }, { userId });
    return toRoomItem(after, me);
  });
  deps.presence.typing.stop(input.roomId, userId);
  return { item: value, asOf };
}

/** Hand over, or share. A room always has somebody who manages it. */
export async function setManager(
  deps: Deps,
  viewer: Viewer,
  input: SetManagerInput,
): Promise<Changed> {
  const { userId, isManager } = input;
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { value, asOf } = await deps.db.write(act, async (tx) => {
    const { room, me } = await lockMyRoom(tx, viewer, input.roomId);
    if (room.kind === 'direct') throw precondition('room_of_two');
    if (!roomAbilities(me, room).setManagers) throw forbidden('room_not_yours');
    const member = await findMember(tx, room.id, userId);
    if (member === undefined) throw notFound('person');
    if (member.isManager === isManager) return toRoomItem(await shapeOf(tx, room), me);
    const after = await changeManager(tx, room, { ...member, isManager });
    tx.audit('room.set_manager', { kind: 'room', id: room.id }, { userId, isManager });
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
