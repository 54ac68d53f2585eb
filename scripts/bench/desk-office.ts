// An office with a history, past the procedures: tasks of every status, day and person, and promotions of every month.
// The first of its people is made an admin, who sees them all.
import { eq } from 'drizzle-orm';
import { generateNKeysBetween } from 'fractional-indexing';
import type { Db, WriteTx } from '#db/database.ts';
import { people } from '#db/schema/people.ts';
import { newId } from '#server/new-id.ts';
import { insertPromotion } from '#server/promotions/promotions.store.ts';
import { searchKey } from '#server/search-key.schema.ts';
import { addDays, seoulDay } from '#server/seoul.schema.ts';
import { dueBy, NO_DATE } from '#server/tasks/tasks.order.schema.ts';
import { TASK_PRIORITIES, TASK_STATUSES } from '#server/tasks/tasks.schema.ts';
import { insertTask } from '#server/tasks/tasks.store.ts';
import type { BenchPerson } from './office.ts';

const TASKS = 5_000;
const PROMOTIONS = 500;
const TASKS_AT_ONCE = 500;

export async function fillDesk(db: Db, staff: BenchPerson[]): Promise<void> {
  const [first] = staff;
  const ranks = generateNKeysBetween(null, null, TASKS);
  const act = { actorId: null };
  for (let at = 0; at < TASKS; at += TASKS_AT_ONCE) {
    await db.write(act, async (tx) => {
      for (const [index, rank] of ranks.slice(at, at + TASKS_AT_ONCE).entries())
        await insertTask(tx, benchTask(tx, staff, { at: at + index, rank }));
      tx.audit('bench.tasks', { kind: 'bench', id: 'bench' });
    });
  }
  await db.write(act, async (tx) => {
    for (let at = 0; at < PROMOTIONS; at += 1)
      await insertPromotion(tx, benchPromotion(tx, staff, at));
    await tx
      .update(people)
      .set({ role: 'admin' })
      .where(eq(people.id, first?.id ?? ''));
    tx.audit('bench.promotions', { kind: 'bench', id: 'bench' });
  });
}

/** A third is due before today, a third after, a third at no day; one in forty is the admin's own. */
function benchTask(tx: WriteTx, staff: BenchPerson[], { at, rank }: { at: number; rank: string }) {
  const assignee = staff[at % staff.length];
  const title = `견적서 ${at} 확인하고 보내기`;
  const status = TASK_STATUSES[at % TASK_STATUSES.length] ?? 'todo';
  const today = seoulDay(tx.now);
  const dueOn = at % 3 === 2 ? null : addDays(today, (at % 60) - 30);
  return {
    id: newId(),
    title,
    titleFold: title.toLowerCase(),
    searchKey: searchKey(title),
    description: '',
    status,
    priority: TASK_PRIORITIES[at % TASK_PRIORITIES.length] ?? 'normal',
    teamId: assignee?.teamId ?? '',
    assigneeId: assignee?.id ?? null,
    creatorId: assignee?.id ?? '',
    watcherIds: [],
    labels: at % 4 === 0 ? ['견적'] : [],
    dueOn,
    dueAt: null,
    dueBy: dueBy({ dueOn, dueAt: null }) ?? NO_DATE,
    repeat: null,
    repeatFrom: 'due' as const,
    rank,
    commentCount: 0,
    checklistTotal: 0,
    checklistDone: 0,
    version: 1,
    fieldVersions: {},
    createdAt: tx.now,
    updatedAt: tx.now,
    doneAt: status === 'done' ? tx.now : null,
    removedAt: null,
    removedById: null,
  };
}

function benchPromotion(tx: WriteTx, staff: BenchPerson[], at: number) {
  const today = seoulDay(tx.now);
  const startsOn = addDays(today, (at % 200) - 100);
  const ownerId = staff[at % staff.length]?.id ?? '';
  return {
    id: newId(),
    title: `가을 할인 ${at}`,
    body: '',
    resultNote: '',
    category: ['할인', '신상품', '사은품', '제휴'][at % 4] ?? '할인',
    channels: [['매장', '온라인', '문자'][at % 3] ?? '매장'],
    startsOn,
    endsOn: addDays(startsOn, at % 30),
    ownerId,
    creatorId: ownerId,
    stoppedAt: null,
    version: 1,
    fieldVersions: {},
    createdAt: tx.now,
    updatedAt: tx.now,
    removedAt: null,
    removedById: null,
  };
}
