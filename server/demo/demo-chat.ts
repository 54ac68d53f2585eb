import type { WriteTx } from '#db/database.ts';
import { messages, reads, roomMembers, rooms } from '#db/schema/chat.ts';
import { emitRoomCreated } from '../chat/chat.events.ts';
import { type MessageRow, NEW_MEMBER, toPreview, toRoomEventData } from '../chat/chat.row.ts';
import { DEMO_TEAMS } from './demo-office.ts';
import type { DemoOffice } from './demo-people.ts';
import { demoTalk } from './demo-talk.ts';
import { ROOM_TITLES } from './demo-words.ts';

type Plan = {
  kind: 'direct' | 'group' | 'team';
  title: string | null;
  teamId: string | null;
  memberIds: string[];
  messages: number;
};

const DIRECT_ROOMS = 5;
const INSERT_ROWS = 500;

/** Twenty rooms: one per team, groups, and people who write to each other; the last hours are unread for many. */
export async function insertRooms(tx: WriteTx, office: DemoOffice): Promise<void> {
  for (const plan of planRooms(office)) await insertRoom(tx, office, plan);
}

function planRooms({ people, teamIds, random }: DemoOffice): Plan[] {
  const all = people.map((person) => person.id);
  const teams = teamIds.map((teamId, at): Plan => ({
    kind: 'team',
    title: DEMO_TEAMS[at] ?? null,
    teamId,
    memberIds: people.filter((person) => person.teamId === teamId).map((person) => person.id),
    messages: 250 + random.int(150),
  }));
  const groups = ROOM_TITLES.map((title, at): Plan => ({
    kind: 'group',
    title,
    teamId: null,
    memberIds:
      at === 0 ? all : [...new Set([all[at] ?? '', ...random.some(all, 4 + random.int(10))])],
    messages: 150 + random.int(250),
  }));
  const direct = Array.from({ length: DIRECT_ROOMS }, (_, at): Plan => ({
    kind: 'direct',
    title: null,
    teamId: null,
    memberIds: [all[0] ?? '', all[at + 3] ?? ''],
    messages: 40 + random.int(120),
  }));
  return [...teams, ...groups, ...direct];
}

async function insertRoom(tx: WriteTx, office: DemoOffice, plan: Plan): Promise<void> {
  const { random, now } = office;
  const roomId = random.id();
  const names = new Map(office.people.map((person) => [person.id, person.name]));
  const nameOf = (userId: string) => names.get(userId) ?? '';
  const { memberIds } = plan;
  const lines = demoTalk({ random, now, nameOf }, { roomId, memberIds, messages: plan.messages });
  const last = lines.at(-1);
  const room = {
    id: roomId,
    kind: plan.kind,
    title: plan.title,
    description: null,
    pictureId: null,
    history: 'all' as const,
    archivedAt: null,
    teamId: plan.teamId,
    directKey: plan.kind === 'direct' ? plan.memberIds.toSorted().join(':') : null,
    lastNo: lines.length,
    lastMessageId: last?.id ?? null,
    version: 1,
    createdById: plan.memberIds[0] ?? '',
    createdAt: lines[0]?.createdAt ?? now,
    activeAt: last?.createdAt ?? now,
  };
  await tx.insert(rooms).values(room);
  for (let at = 0; at < lines.length; at += INSERT_ROWS)
    await tx.insert(messages).values(lines.slice(at, at + INSERT_ROWS));
  const members = memberIds.map((userId, at) => ({
    roomId,
    userId,
    isManager: at === 0,
    joinedNo: 1,
    seesFromNo: 1,
    readNo: readUpTo(office, lines, userId),
    joinedAt: room.createdAt,
    ...NEW_MEMBER,
  }));
  await tx.insert(roomMembers).values(members);
  await tx
    .insert(reads)
    .values(
      members.map(({ userId, readNo }) => ({ roomId, userId, upToNo: readNo, at: room.activeAt })),
    );
  const preview = last === undefined ? null : toPreview(last);
  emitRoomCreated(tx, toRoomEventData(room, { memberIds, lastMessage: preview }));
}

/** Mostly everything; never less than what they wrote themselves. */
function readUpTo({ random }: DemoOffice, lines: readonly MessageRow[], userId: string): number {
  const own = lines.findLast((line) => line.authorId === userId)?.no ?? 0;
  return random.chance(55) ? lines.length : Math.max(own, lines.length - random.int(9));
}
