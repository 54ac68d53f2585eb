// An office that had talked before there was a search: what was said then is found, too.
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asc, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { findCandidates, indexMessages } from '#db/message-index.ts';
import { mark, searchNoAt } from '#db/message-words.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { migrationsFolder } from '#db/migration-files.ts';
import { openDatabase } from '#db/open.ts';
import { messages, roomMembers, rooms } from '#db/schema/chat.ts';
import { isPostgres } from '#db/schema/kit.ts';
import { people } from '#db/schema/people.ts';
import { journalOf } from '#tests/support/migration-folder.ts';
import { barePostgresDatabase } from '#tests/support/postgres-database.ts';

const SAID_AT = new Date('2026-11-22T01:00:00.500Z');
const COUNT = 60;

test('what was said before the search was made is numbered by its time, and found', async () => {
  const bare = isPostgres ? await barePostgresDatabase() : bareFile();
  using before = migrationsBeforeSearch();
  await migrateDatabase({ url: bare.url, folder: before.folder });
  const old = await openDatabase({ url: bare.url, now: () => SAID_AT });
  await talkWithoutSearch(old);
  await old.close();

  await migrateDatabase({ url: bare.url });

  const db = await openDatabase({ url: bare.url, now: () => SAID_AT });
  const numbers = await db.read((tx) =>
    tx.select({ searchNo: messages.searchNo }).from(messages).orderBy(asc(messages.no)),
  );
  const first = searchNoAt(SAID_AT);
  expect(numbers.map((row) => row.searchNo)).toEqual(
    Array.from({ length: COUNT }, (_, at) => first + at),
  );
  const words = { all: ['견적'], anyOf: [[mark.room('room')]] };
  const look = { words, place: { userId: 'ana', roomId: undefined } };
  const range = { from: 0, before: Number.MAX_SAFE_INTEGER, limit: 100 };
  expect(await db.read((tx) => findCandidates(tx, look, range))).toHaveLength(COUNT);
  expect(await indexMessages(db)).toBe(COUNT);
  expect(await db.read((tx) => findCandidates(tx, look, range))).toHaveLength(COUNT);
  await db.close();
  await bare.remove();
});

/** The migrations up to the one that brought the search. */
function migrationsBeforeSearch() {
  const folder = fs.mkdtempSync(join(tmpdir(), 'haru-migrations-'));
  fs.cpSync(migrationsFolder(isPostgres ? 'postgres' : 'sqlite'), folder, { recursive: true });
  const journal = journalOf(folder);
  const at = journal.entries.findIndex(({ tag }) => tag.endsWith('_chat_search'));
  journal.entries.splice(at);
  fs.writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(journal));
  return { folder, [Symbol.dispose]: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

async function talkWithoutSearch(db: Awaited<ReturnType<typeof openDatabase>>): Promise<void> {
  await db.write({ actorId: null }, async (tx) => {
    const at = tx.now;
    const made = { version: 1, createdAt: at, updatedAt: at };
    const ana = {
      id: 'ana',
      username: 'ana',
      name: '아나',
      role: 'staff',
      status: 'active',
    } as const;
    const looks = { locale: 'ko', theme: 'system', passwordHash: 'none' } as const;
    await tx.insert(people).values({ ...ana, ...looks, ...made });
    const room = {
      id: 'room',
      kind: 'group',
      createdById: 'ana',
      createdAt: at,
      activeAt: at,
    } as const;
    await tx.insert(rooms).values({ ...room, lastNo: COUNT, version: 1 });
    const marks = { isManager: false, isMuted: false, isPinned: false };
    const read = { joinedNo: 1, readNo: 0, joinedAt: at };
    await tx.insert(roomMembers).values({ roomId: 'room', userId: 'ana', ...marks, ...read });
    for (let no = 1; no <= COUNT; no += 1) {
      const createdAt = isPostgres ? at.toISOString() : at.getTime();
      await tx.rows(sql`insert into messages (id, room_id, no, author_id, body, mention_ids, reactions, version, created_at)
        values (${`m${no}`}, 'room', ${no}, 'ana', '견적서', '[]', '[]', 1, ${createdAt})`);
    }
    tx.audit('test.talk', { kind: 'room', id: 'room' });
  });
}

function bareFile() {
  const folder = fs.mkdtempSync(join(tmpdir(), 'haru-test-'));
  return {
    url: pathToFileURL(join(folder, 'haru.db')).href,
    remove: async () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}
