// A Haru for measuring: a database file of its own, as many people as wanted in teams of seven, and rooms of forty.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { migrateDatabase } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { people, teams } from '#db/schema/people.ts';
import { createApp } from '#server/app.ts';
import { createSession } from '#server/auth/session.ts';
import { topics } from '#server/live/audience.ts';
import { readConfig } from '#server/config.ts';
import { newId } from '#server/new-id.ts';
import { emitPerson } from '#server/people/people.events.ts';
import type { PersonRow } from '#server/people/people.row.ts';
import { createCallerFactory } from '#server/trpc.ts';

const TEAM_SIZE = 7;
const ROOM_SIZE = 40;
const UNLIMITED = { amount: 1e9, windowMs: 1_000 };

export type BenchPerson = { id: string; cookie: string; teamId: string; roomId: string };

export async function openBenchOffice(size: number) {
  const dataDir = mkdtempSync(join(tmpdir(), 'haru-bench-'));
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const url = pathToFileURL(join(dataDir, 'haru.db')).href;
  await migrateDatabase({ url });
  const db = await openDatabase({ url, now: () => new Date() });
  const config = readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' });
  const app = await createApp({ config, db, pagesFolder: null, callBudget: UNLIMITED });
  const { port } = await app.listen();
  const staff = await insertStaff(db, size);
  await app.deps.hub.readUpTo(await db.read(async (tx) => tx.seq));
  const createCaller = createCallerFactory(app.router);

  /** Calls procedures as this person, without HTTP. */
  function callerOf({ row }: (typeof staff)[number]) {
    const { id, username, name, role, teamId, locale } = row;
    const viewer = { id, username, name, role, teamId, locale };
    return createCaller({
      deps: app.deps,
      caller: { viewer, session: { id: 'bench' }, token: null },
      requestId: 'bench',
      address: '127.0.0.1',
      userAgent: 'bench',
      setSessionSecret: () => {},
      cursor: null,
      socket: null,
    });
  }

  const roomIds: string[] = [];
  for (let at = 0; at < staff.length; at += ROOM_SIZE) {
    const members = staff.slice(at, at + ROOM_SIZE);
    const [first] = members;
    if (first === undefined) continue;
    const id = newId();
    roomIds.push(id);
    const memberIds = members.map(({ row }) => row.id);
    await callerOf(first).chat.createRoom({
      id,
      kind: 'group',
      title: `Room ${roomIds.length}`,
      memberIds,
    });
  }
  const benchPeople = staff.map(({ row, secret }, at): BenchPerson => ({
    id: row.id,
    cookie: `haru_session=${secret}`,
    teamId: row.teamId ?? '',
    roomId: roomIds[Math.floor(at / ROOM_SIZE)] ?? '',
  }));
  return { app, db, port, dataDir, staff, callerOf, people: benchPeople };
}

/** The same, on disk and closed again: for a server process of its own. */
export async function prepareOffice(
  size: number,
): Promise<{ dataDir: string; people: BenchPerson[] }> {
  const { app, db, dataDir, people: benchPeople } = await openBenchOffice(size);
  await app.close({ drainMs: 0 });
  await db.close();
  return { dataDir, people: benchPeople };
}

type Staff = { row: PersonRow; secret: string };

async function insertStaff(
  db: Awaited<ReturnType<typeof openDatabase>>,
  size: number,
): Promise<Staff[]> {
  const { value } = await db.write({ actorId: null }, async (tx) => {
    const teamCount = Math.ceil(size / TEAM_SIZE);
    const teamRows = Array.from({ length: teamCount }, (_, at) => ({
      id: newId(),
      name: `Team ${at + 1}`,
      version: 1,
      createdAt: tx.now,
      updatedAt: tx.now,
    }));
    await tx.insert(teams).values(teamRows);
    for (const { id, name } of teamRows) {
      tx.emit({
        feature: 'teams',
        kind: 'team.created',
        id,
        version: 1,
        audience: [topics.staff],
        data: { id, name, version: 1 },
      });
    }
    const staff: Staff[] = [];
    for (let at = 0; at < size; at += 1) {
      const row: PersonRow = {
        id: newId(),
        username: `bench${at}`,
        name: `사람 ${at}`,
        role: 'staff',
        status: 'active',
        teamId: teamRows[at % teamCount]?.id ?? null,
        locale: 'ko',
        theme: 'system',
        enterSends: true,
        hasSound: true,
        passwordHash: 'none',
        version: 1,
        createdAt: tx.now,
        updatedAt: tx.now,
        deactivatedAt: null,
      };
      await tx.insert(people).values(row);
      emitPerson(tx, null, row);
      const { secret } = await createSession(tx, row.id, {
        userAgent: 'bench',
        address: '127.0.0.1',
      });
      staff.push({ row, secret });
    }
    tx.audit('bench.staff', { kind: 'bench', id: 'bench' });
    return staff;
  });
  return value;
}
