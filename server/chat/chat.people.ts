// Rooms follow people: a team's rooms have the team's people, and whoever is let go leaves all rooms and nobody's unread
// number counts them any more. Two people's room keeps both, so that what was said stays with the other.
import { and, asc, eq, sql } from 'drizzle-orm';
import type { WriteTx } from '#db/database.ts';
import { roomMembers, rooms } from '#db/schema/chat.ts';
import { emitMember } from './chat.events.ts';
import { joinRoom, leaveRoom } from './chat.membership.ts';
import { toMember } from './chat.row.ts';
import { lockRoom, memberIdsOf } from './chat.visible.ts';

type PersonFacts = { id: string; teamId: string | null; status: 'active' | 'inactive' };

/** Called inside the write that changed the person, after it; `before` is null for somebody new. */
export async function followPerson(
  tx: WriteTx,
  before: PersonFacts | null,
  after: PersonFacts,
): Promise<void> {
  const wasActive = before?.status === 'active';
  const isActive = after.status === 'active';
  const oldTeam = wasActive ? before.teamId : null;
  const newTeam = isActive ? after.teamId : null;
  if (wasActive && !isActive) await leaveAllRooms(tx, after.id);
  else if (oldTeam !== null && oldTeam !== newTeam) await leaveTeamRooms(tx, after.id, oldTeam);
  if (before !== null && !wasActive && isActive) await returnToDirectRooms(tx, after.id);
  if (newTeam !== null && oldTeam !== newTeam) await joinTeamRooms(tx, after.id, newTeam);
}

async function leaveAllRooms(tx: WriteTx, userId: string): Promise<void> {
  for (const { id, kind } of await roomsOf(tx, userId)) {
    const room = await lockRoom(tx, id);
    if (kind === 'direct') emitMember(tx, room, { userId, member: null });
    else await leaveRoom(tx, room, [userId]);
  }
}

async function leaveTeamRooms(tx: WriteTx, userId: string, teamId: string): Promise<void> {
  const left = (await roomsOf(tx, userId)).filter((room) => room.teamId === teamId);
  for (const { id } of left) await leaveRoom(tx, await lockRoom(tx, id), [userId]);
}

async function joinTeamRooms(tx: WriteTx, userId: string, teamId: string): Promise<void> {
  const found = await tx
    .select({ id: rooms.id })
    .from(rooms)
    .where(eq(rooms.teamId, teamId))
    .orderBy(asc(rooms.id));
  for (const { id } of found) {
    const room = await lockRoom(tx, id);
    if (!(await memberIdsOf(tx, id)).includes(userId)) await joinRoom(tx, room, [userId]);
  }
}

/** What was said while they were away counts as read. */
async function returnToDirectRooms(tx: WriteTx, userId: string): Promise<void> {
  for (const { id } of await roomsOf(tx, userId)) {
    const room = await lockRoom(tx, id);
    const [me] = await tx
      .update(roomMembers)
      .set({ readNo: room.lastNo, unreadFromNo: null })
      .where(and(eq(roomMembers.roomId, id), eq(roomMembers.userId, userId)))
      .returning();
    if (me !== undefined) emitMember(tx, room, { userId, member: toMember(me) });
  }
}

/** In the order of ids, which is the order of locks. */
async function roomsOf(tx: WriteTx, userId: string) {
  const question = tx.prepared('chat.rooms_of', (q) =>
    q
      .select({ id: rooms.id, kind: rooms.kind, teamId: rooms.teamId })
      .from(roomMembers)
      .innerJoin(rooms, eq(rooms.id, roomMembers.roomId))
      .where(eq(roomMembers.userId, sql.placeholder('userId')))
      .orderBy(asc(rooms.id)),
  );
  return await question.execute({ userId });
}
