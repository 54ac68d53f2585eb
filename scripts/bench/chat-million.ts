// A year of an office's talk, written into an open office's database in one go: with the schema's own columns, numbers and
// search index, past the procedures.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { mark, pairsOf, searchedText, searchNoAt } from '#db/message-words.ts';
import { newId } from '#server/new-id.ts';
import type { openBenchOffice } from './office.ts';

type Office = Awaited<ReturnType<typeof openBenchOffice>>;

const ROOMS = 200;
const ROOM_SIZE = 24;
const STEP = 20_000;
const YEAR_MS = 365 * 86_400_000;
const SYLLABLES = Array.from(
  '가고기나다도라리마매면모무미바보부비사상서선소수시신아안어오요우원위유은의이인일자장재전정제조주지차천청초추치카코타토파포하한해호화회',
);
const ENDINGS = [
  '했습니다',
  '해주세요',
  '부탁드려요',
  '할게요',
  '네',
  '확인했어요',
  '언제인가요?',
  '에서 봐요',
];

export type Talk = { rooms: { id: string; members: number[]; lastNo: number }[]; words: string[] };

/** The words that are said, the most frequent first. */
export function fillTalk({ dataDir, people }: Office, count: number, roomCount = ROOMS): Talk {
  const random = randomOf(20_261_122);
  const below = (n: number) => Math.floor(random() * n);
  const words = Array.from({ length: 5_000 }, () =>
    Array.from({ length: 2 + below(3) }, () => SYLLABLES[below(SYLLABLES.length)]).join(''),
  );
  /** A few words are said all the time, most of them seldom. */
  const word = () => words[Math.floor(Math.exp(random() * Math.log(words.length))) - 1] ?? '';
  const database = new Database(join(dataDir, 'haru.db'));
  database.pragma('synchronous = OFF');
  const rooms = Array.from({ length: roomCount }, () => {
    const first = below(people.length);
    const members = Array.from({ length: ROOM_SIZE }, (_, at) => (first + at * 7) % people.length);
    return { id: newId(), members: [...new Set(members)], lastNo: 0 };
  });
  const message = database.prepare(`insert into messages
    (id, room_id, no, author_id, body, mention_ids, mentions_all, files, reactions, version, created_at, search_no)
    values (?, ?, ?, ?, ?, '[]', 0, '[]', '[]', 1, ?, ?)`);
  const index = database.prepare('insert into message_words (rowid, words) values (?, ?)');
  const startMs = Date.now() - YEAR_MS;
  let lastNo = 0;
  const say = (at: number) => {
    const room = rooms[Math.floor(random() * random() * roomCount)];
    if (room === undefined) return;
    const author = people[room.members[below(room.members.length)] ?? 0]?.id ?? '';
    const said = Array.from({ length: 1 + below(9) }, word);
    const body = [...said, ENDINGS[below(ENDINGS.length)]].join(' ');
    const createdAt = new Date(startMs + Math.floor((at / count) * YEAR_MS));
    lastNo = Math.max(lastNo + 1, searchNoAt(createdAt));
    room.lastNo += 1;
    message.run(newId(), room.id, room.lastNo, author, body, createdAt.getTime(), lastNo);
    const pairs = pairsOf(searchedText({ body, files: [] }));
    index.run(lastNo, [mark.room(room.id), mark.author(author), ...pairs].join(' '));
  };
  database.transaction(() => insertRooms(database, { rooms, people, startMs })).immediate();
  for (let from = 0; from < count; from += STEP) {
    const step = database.transaction(() => {
      for (let at = from; at < Math.min(from + STEP, count); at += 1) say(at);
      database.exec('delete from unindexed_messages');
    });
    step.immediate();
  }
  finish(database, rooms);
  return { rooms, words };
}

type Client = Database.Database;
type Made = { rooms: Talk['rooms']; people: Office['people']; startMs: number };

function insertRooms(database: Client, { rooms, people, startMs }: Made): void {
  const room = database.prepare(`insert into rooms
    (id, kind, title, last_no, version, created_by_id, created_at, active_at) values (?, 'group', ?, 0, 1, ?, ?, ?)`);
  const member = database.prepare(`insert into room_members
    (room_id, user_id, is_manager, joined_no, read_no, is_muted, is_pinned, joined_at) values (?, ?, 0, 1, 0, 0, 0, ?)`);
  for (const [at, { id, members }] of rooms.entries()) {
    room.run(id, `대화방 ${at}`, people[members[0] ?? 0]?.id, startMs, startMs);
    for (const one of members) member.run(id, people[one]?.id, startMs);
  }
}

/** As if everybody had read all but the last five. */
function finish(database: Client, rooms: Talk['rooms']): void {
  const last = database.prepare(`update rooms set last_no = :no, active_at = :at,
    last_message_id = (select id from messages where room_id = :id and no = :no) where id = :id`);
  const read = database.prepare('update room_members set read_no = ? where room_id = ?');
  const all = database.transaction(() => {
    for (const { id, lastNo } of rooms) {
      last.run({ no: lastNo, at: Date.now(), id });
      read.run(Math.max(0, lastNo - 5), id);
    }
  });
  all.immediate();
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

/** The same talk every time. */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}
