// Making a room. Two people share one direct room, whoever asks first; a team's room is filled with the team.
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { roomMembers, rooms } from '#db/schema/chat.ts';
import { people, teams } from '#db/schema/people.ts';
import type { Deps } from '../deps.ts';
import { badRequest, conflict, notFound, precondition } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { emitRoomCreated } from './chat.events.ts';
import { type MemberRow, NEW_MEMBER, type RoomRow, toRoomItem } from './chat.row.ts';
import { type CreateRoomInput, ROOM_MEMBERS_MAX, type RoomItem } from './chat.schema.ts';
import { shapeOf } from './chat.visible.ts';

/** A retry with the same id returns the room that is already there; so does a direct room with the same person. */
export async function createRoom(
  deps: Deps,
  viewer: Viewer,
  input: CreateRoomInput,
): Promise<{ item: RoomItem; asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { value, asOf } = await deps.db.write(act, async (tx) => {
    const existing = await findRoom(tx, input.id);
    if (existing !== undefined) return await repeated(tx, viewer, existing);
    const { memberIds, teamId } = await peopleFor(tx, viewer, input);
    const row = newRoom(input, { viewer, memberIds, teamId, now: tx.now });
    const inserted = await tx.insert(rooms).values(row).onConflictDoNothing().returning();
    if (inserted.length === 0) return await sharedAlready(tx, viewer, row);
    const members = memberIds.map((userId) => newMember(row, { userId, viewer, now: tx.now }));
    await tx.insert(roomMembers).values(members);
    const room = await shapeOf(tx, row);
    emitRoomCreated(tx, room);
    const detail = { kind: row.kind, memberIds: room.memberIds };
    tx.audit('room.create', { kind: 'room', id: row.id }, detail);
    return toRoomItem(room, NEW_MEMBER);
  });
  return { item: value, asOf };
}

async function findRoom(tx: WriteTx, id: string): Promise<RoomRow | undefined> {
  const [row] = await tx.select().from(rooms).where(eq(rooms.id, id));
  return row;
}

/** Theirs, and they are still in it; otherwise nothing about it is said. */
async function repeated(tx: WriteTx, viewer: Viewer, existing: RoomRow): Promise<RoomItem> {
  const [me] = await tx
    .select()
    .from(roomMembers)
    .where(and(eq(roomMembers.roomId, existing.id), eq(roomMembers.userId, viewer.id)));
  if (me === undefined || existing.createdById !== viewer.id) throw conflict('id_in_use');
  return toRoomItem(await shapeOf(tx, existing), me);
}

/** Somebody made this pair's room, or used this id, a moment ago. */
async function sharedAlready(tx: WriteTx, viewer: Viewer, row: RoomRow): Promise<RoomItem> {
  const sameId = await findRoom(tx, row.id);
  if (sameId !== undefined) return await repeated(tx, viewer, sameId);
  if (row.directKey === null) throw conflict('id_in_use');
  const [found] = await tx
    .select({ room: rooms, me: roomMembers })
    .from(rooms)
    .innerJoin(roomMembers, eq(roomMembers.roomId, rooms.id))
    .where(and(eq(rooms.directKey, row.directKey), eq(roomMembers.userId, viewer.id)));
  if (found === undefined) throw conflict('id_in_use');
  return toRoomItem(await shapeOf(tx, found.room), found.me);
}

type Chosen = { memberIds: string[]; teamId: string | null };

async function peopleFor(tx: WriteTx, viewer: Viewer, input: CreateRoomInput): Promise<Chosen> {
  if (input.kind === 'team') return await myTeam(tx, viewer);
  const others = [...new Set(input.memberIds)].filter((userId) => userId !== viewer.id);
  if (input.kind === 'direct' && others.length !== 1)
    throw badRequest('direct_needs_one', { memberIds: ['must name exactly one other person'] });
  if (others.length === 0)
    throw badRequest('members_required', { memberIds: ['must name somebody else'] });
  const memberIds = [viewer.id, ...others];
  refuseTooMany(memberIds.length);
  if ((await lockActivePeople(tx, memberIds)).length < memberIds.length) throw notFound('person');
  return { memberIds, teamId: null };
}

/** The team is held too, so that nobody joins it while its room is being filled. */
async function myTeam(tx: WriteTx, viewer: Viewer): Promise<Chosen> {
  const [me] = await tx
    .select({ teamId: people.teamId })
    .from(people)
    .where(eq(people.id, viewer.id));
  const teamId = me?.teamId ?? null;
  if (teamId === null) throw precondition('no_team');
  await tx.lock(tx.select({ id: teams.id }).from(teams).where(eq(teams.id, teamId)));
  const team = await tx.lock(
    tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.teamId, teamId), eq(people.status, 'active')))
      .orderBy(asc(people.id)),
  );
  const memberIds = team.map((person) => person.id);
  if (!memberIds.includes(viewer.id)) throw precondition('no_team');
  refuseTooMany(memberIds.length);
  return { memberIds, teamId };
}

export function refuseTooMany(count: number): void {
  if (count > ROOM_MEMBERS_MAX)
    throw badRequest('too_many_members', { memberIds: [`must be at most ${ROOM_MEMBERS_MAX}`] });
}

/** Those of them who are active, held until the end of the write so that nobody is let go meanwhile. */
export async function lockActivePeople(tx: WriteTx, ids: string[]): Promise<string[]> {
  const rows = await tx.lock(
    tx
      .select({ id: people.id, status: people.status })
      .from(people)
      .where(inArray(people.id, ids))
      .orderBy(asc(people.id)),
  );
  return rows.filter((row) => row.status === 'active').map((row) => row.id);
}

function newRoom(input: CreateRoomInput, made: Chosen & { viewer: Viewer; now: Date }): RoomRow {
  const { memberIds, teamId, viewer, now } = made;
  return {
    id: input.id,
    kind: input.kind,
    title: input.kind === 'direct' ? null : input.title,
    description: null,
    pictureId: null,
    history: 'all',
    archivedAt: null,
    teamId,
    directKey: input.kind === 'direct' ? memberIds.toSorted().join(':') : null,
    lastNo: 0,
    lastMessageId: null,
    version: 1,
    createdById: viewer.id,
    createdAt: now,
    activeAt: now,
  };
}

function newMember(room: RoomRow, who: { userId: string; viewer: Viewer; now: Date }): MemberRow {
  return {
    roomId: room.id,
    userId: who.userId,
    isManager: who.userId === who.viewer.id && room.kind !== 'direct',
    joinedNo: 1,
    seesFromNo: 1,
    readNo: 0,
    joinedAt: who.now,
    ...NEW_MEMBER,
  };
}
