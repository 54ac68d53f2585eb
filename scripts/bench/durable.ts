// Acknowledged messages that are on disk, a hundred people sending at once, beside one commit per message.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { newId } from '#server/new-id.ts';
import { openBenchOffice } from './office.ts';
import type { Row } from './report.ts';

const SENDERS = 100;
const EACH = 60;
const BODY = '거래처에서 단가를 다시 물어보네요. 오늘 안에 답을 드릴게요.';

export async function measureDurable(): Promise<Row[]> {
  const haru = await haruPerSecond();
  const bare = barePerSecond();
  return [
    {
      what: `acknowledged durable chat messages, ${SENDERS} senders`,
      haru: `${Math.round(haru)}/s`,
      baseline: `better-sqlite3, one FULL commit each ${Math.round(bare)}/s`,
      value: haru / bare,
      unit: '×',
      wanted: '≥ 3',
      isMet: (ratio) => ratio >= 3,
    },
  ];
}

async function haruPerSecond(): Promise<number> {
  const { app, db, staff, callerOf, people } = await openBenchOffice(SENDERS);
  const send = async (at: number, count: number) => {
    const sender = staff[at];
    const roomId = people[at]?.roomId ?? '';
    if (sender === undefined) return;
    const { chat } = callerOf(sender);
    for (let sent = 0; sent < count; sent += 1)
      await chat.send({ id: newId(), roomId, body: BODY });
  };
  const everybody = (count: number) => Promise.all(staff.map((_, at) => send(at, count)));
  await everybody(5);
  const started = performance.now();
  await everybody(EACH);
  const seconds = (performance.now() - started) / 1000;
  await app.close({ drainMs: 0 });
  await db.close();
  return (SENDERS * EACH) / seconds;
}

/** The same rows: a message and its event, one transaction each, on disk before the next. */
function barePerSecond(): number {
  const folder = mkdtempSync(join(tmpdir(), 'haru-bench-bare-'));
  const database = new Database(join(folder, 'bare.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(`create table messages (id text primary key, room_id text, no integer, author_id text, body text, created_at integer);
    create table events (seq integer primary key autoincrement, payload text);`);
  const message = database.prepare('insert into messages values (?, ?, ?, ?, ?, ?)');
  const event = database.prepare('insert into events (payload) values (?)');
  const send = database.transaction((no: number) => {
    message.run(newId(), 'room', no, 'author', BODY, Date.now());
    event.run(JSON.stringify({ no, body: BODY }));
  });
  for (let no = 0; no < 200; no += 1) send.immediate(no);
  const started = performance.now();
  const count = 2_000;
  for (let no = 0; no < count; no += 1) send.immediate(no);
  const seconds = (performance.now() - started) / 1000;
  database.close();
  rmSync(folder, { recursive: true });
  return count / seconds;
}
