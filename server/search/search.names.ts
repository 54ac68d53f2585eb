// People and rooms by their names: an office has few of them, so they are read and ranked here. A room is called by its
// title, its team, or whoever else is in it.
import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { ReadTx } from '#db/database.ts';
import { roomMembers, rooms } from '#db/schema/chat.ts';
import { people, teams } from '#db/schema/people.ts';
import { searchKey } from '../search-key.schema.ts';
import { rankOf, type WantedText } from '../search-text.schema.ts';
import type { Viewer } from '../viewer.ts';
import type { FoundPerson, FoundRoom } from './search.schema.ts';

type Look = { viewer: Viewer; wanted: WantedText; limit: number };

/** Everybody who works here now, by name among equals. */
export async function findPeople(tx: ReadTx, { wanted, limit }: Look): Promise<FoundPerson[]> {
  const found = (await everybody(tx))
    .filter(({ status }) => status === 'active')
    .flatMap(({ status: _status, ...person }) => {
      const rank = bestRank([person.name, person.username], wanted);
      return rank === null ? [] : [{ rank, person }];
    });
  return found
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ person }) => person);
}

/** The viewer's own rooms, the latest talk first among equals. */
export async function findRooms(tx: ReadTx, look: Look): Promise<FoundRoom[]> {
  const { viewer, wanted, limit } = look;
  const mine = await myRooms(tx, viewer);
  const named = await membersOfMyRooms(tx, viewer);
  const found = mine.flatMap(({ teamName, activeAt, ...room }) => {
    const members = named.get(room.id) ?? [];
    const others = members.filter(({ id }) => id !== viewer.id).map(({ name }) => name);
    const rank = bestRank([room.title ?? teamName ?? others.join(', ')], wanted);
    const memberIds = members.map(({ id }) => id);
    return rank === null ? [] : [{ rank, activeAt, room: { ...room, memberIds } }];
  });
  return found
    .toSorted((a, b) => a.rank - b.rank || b.activeAt.getTime() - a.activeAt.getTime())
    .slice(0, limit)
    .map(({ room }) => room);
}

function bestRank(names: string[], wanted: WantedText): number | null {
  const ranks = names.flatMap((name) => rankOf(keyOf(name), wanted) ?? []);
  return ranks.length === 0 ? null : Math.min(...ranks);
}

const KEPT_KEYS_MAX = 20_000;
const keys = new Map<string, string>();

/** Taking the letters of a whole office apart for every question was a fifth of its cost; names hardly change. */
function keyOf(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size === KEPT_KEYS_MAX) keys.clear();
  const key = searchKey(name);
  keys.set(name, key);
  return key;
}

async function everybody(tx: ReadTx) {
  const { id, name, username, role, teamId, status } = people;
  const question = tx.prepared('search.people', (q) =>
    q
      .select({ id, name, username, role, teamId, status })
      .from(people)
      .orderBy(asc(people.name), asc(people.id)),
  );
  return await question.execute();
}

async function myRooms(tx: ReadTx, viewer: Viewer) {
  const { id, kind, title, teamId, activeAt } = rooms;
  const question = tx.prepared('search.rooms', (q) =>
    q
      .select({ id, kind, title, teamId, activeAt, teamName: teams.name })
      .from(roomMembers)
      .innerJoin(rooms, eq(rooms.id, roomMembers.roomId))
      .leftJoin(teams, eq(teams.id, rooms.teamId))
      .where(eq(roomMembers.userId, sql.placeholder('userId')))
      .orderBy(asc(rooms.id)),
  );
  return await question.execute({ userId: viewer.id });
}

type Member = { id: string; name: string };

async function membersOfMyRooms(tx: ReadTx, viewer: Viewer): Promise<Map<string, Member[]>> {
  const question = tx.prepared('search.rooms.members', (q) =>
    q
      .select({ roomId: roomMembers.roomId, id: people.id, name: people.name })
      .from(roomMembers)
      .innerJoin(people, eq(people.id, roomMembers.userId))
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
  const rows = await question.execute({ userId: viewer.id });
  return Map.groupBy(rows, ({ roomId }) => roomId);
}
