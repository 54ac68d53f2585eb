// What the database is asked: as many statements in a full office as in a new one, and none that reads a whole table.
import { expect, test } from 'vitest';
import { people } from '#db/schema/people.ts';
import { newId } from '#server/new-id.ts';
import {
  callByPath,
  type Office,
  openOffice,
  procedures,
  validInput,
} from '#tests/support/every-procedure.ts';
import {
  expectNoFullScan,
  explainPlan,
  recordStatements,
  type Statement,
} from '#tests/support/explain.ts';
import { variants } from '#tests/support/query-variants.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

const FEW = 10;
const MANY = 120;

const queries = procedures.filter(({ type }) => type === 'query').map(({ path }) => path);

test('a query takes as many statements in a full office as in a new one', async () => {
  const seen = recordStatements();
  await using app = await testApp({ onStatement: seen.add });
  const office = await openOffice(app);
  const inputs: Record<string, unknown> = {};
  for (const path of queries) inputs[path] = await validInput(path, office);
  const roomId = (inputs['chat.messages'] as { roomId: string }).roomId;
  const taskId = (inputs['tasks.comments'] as { taskId: string }).taskId;
  const place = { app, office, roomId, taskId };
  // Made when it is first asked for, and then known to the process.
  await office.minsu.call.push.key();
  const counts: Record<string, number>[] = [];
  for (const rows of [FEW, MANY]) {
    await fill(place, rows);
    await app.settled();
    await expect.poll(() => withoutLooks(seen.take()), { interval: 100 }).toEqual([]);
    const asked: Record<string, number> = {};
    for (const path of queries) {
      const { call } = path.startsWith('admin.') ? office.admin : office.minsu;
      seen.take();
      await callByPath(call, path, inputs[path]);
      asked[path] = withoutLooks(seen.take()).length;
    }
    counts.push(asked);
  }
  expect(counts[1]).toEqual(counts[0]);
}, 60_000);

test('no statement of any procedure reads a whole table', async () => {
  const seen = recordStatements();
  await using app = await testApp({ onStatement: seen.add });
  const office = await openOffice(app);
  for (const { path } of procedures) {
    const askers = path.startsWith('admin.') ? [office.admin] : [office.minsu, office.admin];
    for (const { call } of askers) {
      const plain = await validInput(path, office);
      seen.take();
      for (const input of [plain, ...(variants[path] ?? [])])
        await callByPath(call, path, input).catch(() => 'refused, after it looked');
      for (const statement of unlike(seen.take())) await expectFromIndex(app, statement, path);
    }
  }
}, 60_000);

/** Without the hub's own looks at the log, which come whenever they do. */
function withoutLooks(statements: Statement[]): Statement[] {
  return statements.filter(({ sql }) => !sql.includes('from "events"'));
}

type Place = { app: TestApp; office: Office; roomId: string; taskId: string };

/** So many more of everything that the lists show. */
async function fill({ app, office, roomId, taskId }: Place, rows: number): Promise<void> {
  const { call } = office.minsu;
  const { teamId } = office;
  const dueAt = new Date(app.clock.now().getTime() + 86_400_000);
  await app.db.write({ actorId: null }, async (tx) => {
    const [minsu] = await tx.select().from(people).limit(1);
    if (minsu === undefined) throw new Error('nobody is here');
    const copies = Array.from({ length: rows }, () => ({
      ...minsu,
      id: newId(),
      username: newId(),
    }));
    await tx.insert(people).values(copies);
    tx.audit('test.people', { kind: 'person', id: minsu.id });
  });
  await app.team(newId());
  for (let at = 0; at < rows; at += 1) {
    await Promise.all([
      call.tasks.create({ id: newId(), title: '견적서', teamId, labels: [`${at}`] }),
      call.tasks.addComment({ id: newId(), taskId, body: '네' }),
      call.chat.send({ id: newId(), roomId, body: '안녕하세요' }),
      call.chat.createRoom({ id: newId(), kind: 'group', memberIds: [office.jiyoung.id] }),
      call.promotions.create({ id: newId(), title: '세일', category: `${at}`, channels: ['매장'] }),
      call.reminders.create({ id: newId(), title: '회의', dueAt, forTeamId: teamId }),
    ]);
  }
  await validInput('auth.endSession', office);
  await validInput('tokens.revoke', office);
}

const checked = new Set<string>();

function unlike(statements: Statement[]): Statement[] {
  return statements.filter(({ sql }) => {
    const isNew = !checked.has(sql);
    checked.add(sql);
    // The plan of a plain insert lists the tables that refer to it, which it reads only when something is amiss.
    return isNew && !/^insert into "\w+" \([^)]*\) values/.test(sql);
  });
}

/** The first or last of a log, by its key: an end of the table, not the whole. */
const END_OF_LOG = /order by "\w+"\."seq" (?:asc|desc) limit/;
/** Answers that are a whole table: everybody, all teams. */
const WHOLE = /^select [^(]* from "(?:people|teams)" order by "(?:people|teams)"\."name" asc/;

async function expectFromIndex(app: TestApp, statement: Statement, path: string): Promise<void> {
  const { sql } = statement;
  if (END_OF_LOG.test(sql) || WHOLE.test(sql)) return;
  await expectNoFullScan(app.db, statement, ['counted']);
  if (/ limit /.test(sql)) return;
  const plan = await explainPlan(app.db, statement);
  expect(plan.filter(isWholeIndex(plan)), `${path}\n${sql}\n${plan.join('\n')}`).toEqual([]);
}

/** From its first entry to its last, where nothing says when it is enough. */
function isWholeIndex(plan: string[]): (step: string, at: number) => boolean {
  return (step, at) =>
    /^SCAN \w+ USING/.test(step) ||
    (/Index (Only )?Scan (using|on) /.test(step) && !/Index Cond/.test(plan[at + 1] ?? ''));
}
