import { generateNKeysBetween } from 'fractional-indexing';
import type { WriteTx } from '#db/database.ts';
import { taskChecklist, taskComments } from '#db/schema/tasks.ts';
import { searchKey } from '../search-key.schema.ts';
import { addDays, seoulDay, startOfSeoulDay } from '../seoul.schema.ts';
import { dueBy, NO_DATE } from '../tasks/tasks.order.schema.ts';
import type { TaskRow } from '../tasks/tasks.row.ts';
import { insertTask } from '../tasks/tasks.store.ts';
import type { DemoOffice } from './demo-people.ts';
import {
  CHECKLIST_TITLES,
  COMMENTS,
  TASK_LABELS,
  TASK_SUBJECTS,
  TASK_VERBS,
} from './demo-words.ts';

const TASKS = 600;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export async function insertTasks(tx: WriteTx, office: DemoOffice): Promise<void> {
  const ranks = generateNKeysBetween(null, null, TASKS);
  for (const rank of ranks) {
    const row = demoTask(office, rank);
    await insertTask(tx, row);
    await insertParts(tx, office, row);
  }
}

function demoTask({ people, random, now }: DemoOffice, rank: string): TaskRow {
  const creator = random.of(people);
  const team = people.filter((person) => person.teamId === creator.teamId);
  const title = `${random.of(TASK_SUBJECTS)} ${random.of(TASK_VERBS)}`;
  const createdAt = new Date(now.getTime() - random.int(40 * DAY_MS));
  const status = random.of(['todo', 'todo', 'todo', 'doing', 'done', 'done'] as const);
  const updatedAt = new Date(createdAt.getTime() + random.int(now.getTime() - createdAt.getTime()));
  const due = demoDue(random, now, status === 'done');
  const hasChecklist = random.chance(20);
  return {
    id: random.id(),
    title,
    titleFold: title.toLowerCase(),
    searchKey: searchKey(title),
    repeat: null,
    repeatFrom: 'due' as const,
    description: random.chance(40) ? `${title} 건입니다.\n${random.of(COMMENTS)}` : '',
    status,
    priority: random.of(['low', 'normal', 'normal', 'normal', 'high', 'urgent'] as const),
    teamId: creator.teamId ?? '',
    assigneeId: random.chance(85) ? random.of(team).id : null,
    creatorId: creator.id,
    watcherIds: random.chance(15) ? random.some(people, 2).map((person) => person.id) : [],
    labels: random.chance(35) ? random.some(TASK_LABELS, 1 + random.int(2)) : [],
    ...due,
    dueBy: dueBy(due) ?? NO_DATE,
    rank,
    commentCount: random.chance(30) ? 1 + random.int(4) : 0,
    checklistTotal: hasChecklist ? 4 : 0,
    checklistDone: hasChecklist ? random.int(5) : 0,
    version: 1,
    fieldVersions: {},
    createdAt,
    updatedAt,
    doneAt: status === 'done' ? updatedAt : null,
    removedAt: null,
    removedById: null,
  };
}

function demoDue(random: DemoOffice['random'], now: Date, isDone: boolean) {
  if (random.chance(25)) return { dueOn: null, dueAt: null };
  const dueOn = addDays(seoulDay(now), isDone ? -random.int(20) : random.int(22) - 4);
  if (random.chance(70)) return { dueOn, dueAt: null };
  return {
    dueOn,
    dueAt: new Date(startOfSeoulDay(dueOn).getTime() + (9 + random.int(10)) * 60 * MINUTE_MS),
  };
}

async function insertParts(
  tx: WriteTx,
  { people, random, now }: DemoOffice,
  task: TaskRow,
): Promise<void> {
  const spanMs = now.getTime() - task.createdAt.getTime();
  for (let at = 0; at < task.checklistTotal; at += 1) {
    const title = CHECKLIST_TITLES[at] ?? '';
    await tx.insert(taskChecklist).values({
      id: random.id(),
      taskId: task.id,
      title,
      isDone: at < task.checklistDone,
      position: at,
    });
  }
  for (let at = 0; at < task.commentCount; at += 1) {
    const author = random.of(people.filter((person) => person.teamId === task.teamId));
    const createdAt = new Date(
      task.createdAt.getTime() + (spanMs * (at + 1)) / (task.commentCount + 1),
    );
    await tx.insert(taskComments).values({
      id: random.id(),
      taskId: task.id,
      authorId: author.id,
      body: random.of(COMMENTS),
      version: 1,
      createdAt,
    });
  }
}
