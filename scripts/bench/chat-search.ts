// Searching and opening rooms where a million messages have been said, in the server's own time; beside a scan with LIKE.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fillTalk, randomOf, type Talk } from './chat-million.ts';
import { openBenchOffice } from './office.ts';
import type { Row } from './report.ts';

const PEOPLE = 400;
const SEARCHES = 400;
const SCANS = 40;
const OPENINGS = 300;

export async function measureChat(messageCount: number): Promise<Row[]> {
  const office = await openBenchOffice(PEOPLE);
  const { app, db, staff, callerOf, people, dataDir } = office;
  const talk = fillTalk(office, messageCount);
  const questions = questionsIn(talk, SEARCHES);
  const said = messageCount.toLocaleString('en');

  const callOf = (at: number) => {
    const person = staff[at];
    if (person === undefined) throw new Error('nobody is here');
    return callerOf(person).chat;
  };
  for (const { asker, text } of questions.slice(0, 20)) await callOf(asker).search({ text });
  const searches: number[] = [];
  for (const { asker, text } of questions)
    searches.push(await timed(() => callOf(asker).search({ text })));

  const random = randomOf(7);
  const openings: number[] = [];
  for (let at = 0; at < OPENINGS; at += 1) {
    const room = talk.rooms[Math.floor(random() * random() * talk.rooms.length)];
    const reader = room?.members[Math.floor(random() * room.members.length)];
    if (room === undefined || reader === undefined) continue;
    const chat = callOf(reader);
    const around = 1 + Math.floor(random() * room.lastNo);
    const open = async () => {
      await chat.room({ id: room.id });
      await chat.messages({ roomId: room.id });
      await chat.messages({ roomId: room.id, around });
    };
    openings.push(await timed(open));
  }
  const scans = scanned(join(dataDir, 'haru.db'), questions.slice(0, SCANS).map(({ asker, text }) => ({ userId: people[asker]?.id ?? '', text }))); // prettier-ignore
  await app.close({ drainMs: 0 });
  await db.close();
  const p95 = quantile(searches, 0.95);
  return [
    {
      what: `chat search over ${said} messages: server time`,
      haru: `p50 ${ms(quantile(searches, 0.5))}, p95 ${ms(p95)}, worst ${ms(Math.max(...searches))}`,
      baseline: `LIKE in one's rooms, newest 20: p50 ${ms(quantile(scans, 0.5))}, p95 ${ms(quantile(scans, 0.95))}`,
      value: p95,
      unit: 'ms',
      wanted: 'p95 ≤ 20 ms',
      isMet: (value) => value <= 20,
    },
    {
      what: `opening a room (room, newest page, page around) with ${said} messages: server time`,
      haru: `p50 ${ms(quantile(openings, 0.5))}, p95 ${ms(quantile(openings, 0.95))}`,
      baseline: '',
      value: quantile(openings, 0.95),
      unit: 'ms',
      wanted: 'p95 ≤ 10 ms',
      isMet: (value) => value <= 10,
    },
  ];
}

type Question = { asker: number; text: string };

/** Frequent and seldom words, parts of them, two at once, one syllable, and what nobody said. */
function questionsIn({ words, rooms }: Talk, count: number): Question[] {
  const random = randomOf(42);
  const below = (n: number) => Math.floor(random() * n);
  const some = () => words[below(words.length)] ?? '';
  const frequent = () => words[below(20)] ?? '';
  const kinds = [
    some,
    frequent,
    () => some().slice(0, 2),
    () => `${frequent()} ${frequent()}`,
    () => `${some()} ${some()}`,
    () => '확인',
    () => some().slice(0, 1),
    () => '쀍쫡',
  ];
  return Array.from({ length: count }, (_, at) => ({
    asker: rooms[below(rooms.length)]?.members[0] ?? 0,
    text: kinds[at % kinds.length]?.() ?? '',
  }));
}

function scanned(file: string, questions: { userId: string; text: string }[]): number[] {
  const database = new Database(file, { readonly: true });
  const scan = database.prepare(`select m.* from messages m
    where m.room_id in (select room_id from room_members where user_id = ?) and m.body like ? and m.removed_at is null
    order by m.created_at desc limit 20`);
  const took = questions.map(({ userId, text }) => {
    const started = performance.now();
    scan.all(userId, `%${text}%`);
    return performance.now() - started;
  });
  database.close();
  return took;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function quantile(values: number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}
