// Search everywhere, in a full office: what an answer costs the server, without HTTP; beside plain LIKE over the same rows.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fillTalk, randomOf } from './chat-million.ts';
import { fillDesk } from './desk-office.ts';
import { openBenchOffice } from './office.ts';
import type { Row } from './report.ts';

const PEOPLE = 400;
const WARM_UP = 50;
const SEARCHES = 400;
const SCANS = 90;
const LIMIT = 5;
/** Wanted of everything at once, and there while somebody still types. */
const WANTED_MS = 20;

type Question = { asker: number; text: string };
type Cost = { cpuMs: number; p50Ms: number; p95Ms: number };

export async function measureSearch(messageCount: number): Promise<Row[]> {
  const office = await openBenchOffice(PEOPLE);
  const { app, db, staff, callerOf, people, dataDir } = office;
  await fillDesk(db, people);
  const { words } = fillTalk(office, messageCount);
  const questions = questionsOf(words);
  const ask = ({ asker, text }: Question) => {
    const person = staff[asker];
    if (person === undefined) throw new Error('nobody is here');
    return callerOf(person).search.all({ text });
  };
  const haru = await costOf(questions, ask);
  const like = plainLike(join(dataDir, 'haru.db'));
  const idOf = ({ asker }: Question) => people[asker]?.id ?? '';
  const bare = await costOf(questions.slice(0, SCANS), (question) =>
    like.ask(idOf(question), question.text),
  );
  like.close();
  await app.close({ drainMs: 0 });
  await db.close();
  return [
    {
      what: `search everywhere, 5,000 tasks, 500 promotions, ${messageCount.toLocaleString('en')} messages: CPU; time`,
      haru: told(haru),
      baseline: `plain LIKE over titles and one's messages: ${told(bare)}`,
      value: haru.p95Ms,
      unit: 'ms',
      wanted: `p95 ≤ ${WANTED_MS} ms`,
      isMet: (ms) => ms <= WANTED_MS,
    },
  ];
}

/** Words of tasks, promotions, people and talk; half typed, by initials, one syllable, and what is nowhere. */
function questionsOf(words: readonly string[]): Question[] {
  const random = randomOf(42);
  const below = (n: number) => Math.floor(random() * n);
  const said = () => words[below(words.length)] ?? '';
  const kinds = [
    () => `견적서 ${below(5_000)}`,
    said,
    () => '가을 할인',
    () => said().slice(0, 2),
    () => 'ㄱㅈㅅ',
    () => '견적ㅅ',
    () => `사람 ${below(PEOPLE)}`,
    () => said().slice(0, 1),
    () => '쀍쫡',
  ];
  return Array.from({ length: SEARCHES }, (_, at) => ({
    asker: below(PEOPLE),
    text: kinds[at % kinds.length]?.() ?? '',
  }));
}

function plainLike(file: string) {
  const database = new Database(file, { readonly: true });
  const tasks =
    database.prepare(`select id, title, status, team_id, assignee_id, due_on, due_at from tasks
    where title like ? and removed_at is null order by updated_at desc limit ${LIMIT}`);
  const promotions =
    database.prepare(`select id, title, category, starts_on, ends_on, stopped_at from promotions
    where title like ? and removed_at is null order by updated_at desc limit ${LIMIT}`);
  const messages = database.prepare(`select m.* from messages m
    where m.room_id in (select room_id from room_members where user_id = ?) and m.body like ? and m.removed_at is null
    order by m.created_at desc limit ${LIMIT}`);
  return {
    ask: (userId: string, text: string) => {
      const pattern = `%${text}%`;
      return [tasks.all(pattern), promotions.all(pattern), messages.all(userId, pattern)];
    },
    close: () => database.close(),
  };
}

async function costOf(questions: Question[], ask: (question: Question) => unknown): Promise<Cost> {
  for (const question of questions.slice(0, WARM_UP)) await ask(question);
  const times: number[] = [];
  const cpuBefore = process.cpuUsage();
  for (const question of questions) {
    const startedAt = performance.now();
    await ask(question);
    times.push(performance.now() - startedAt);
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (q: number) => sorted[Math.floor(sorted.length * q)] ?? Number.NaN;
  const cpuMs = (user + system) / 1_000 / questions.length;
  return { cpuMs, p50Ms: quantile(0.5), p95Ms: quantile(0.95) };
}

function told({ cpuMs, p50Ms, p95Ms }: Cost): string {
  return `${cpuMs.toFixed(1)} ms CPU; p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms`;
}
