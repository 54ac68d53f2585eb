import { randomUUID } from 'node:crypto';
import { COMMENTS, TASK_SUBJECTS, TASK_VERBS } from '#server/demo/demo-words.ts';
import { addDays, seoulDay } from '#server/seoul.schema.ts';
import type { TaskPatch } from '#server/tasks/tasks.schema.ts';
import { chance, choose } from './choose.ts';
import type { Desk } from './sign-in.ts';

/** How many open cards a team has before nobody thinks of further ones. */
const PLENTY = 80;

/** A card goes on; now and then one comes back. */
export async function moveCard(desk: Desk): Promise<string | null> {
  const status = choose(['todo', 'todo', 'doing', 'doing', 'doing', 'done']);
  const task = await someTask(desk, [status]);
  if (task === undefined) return null;
  const next = { todo: 'doing', doing: 'done', done: 'todo' } as const;
  const { items } = await desk.haru.tasks.list.query({
    ...teamOf(desk),
    status: [next[status]],
    limit: 1,
  });
  const [first] = items;
  await desk.haru.tasks.move.mutate({
    id: task.id,
    status: next[status],
    ...(first === undefined ? {} : { beforeId: first.id }),
  });
  return `moved “${task.title}” to ${next[status]}`;
}

export async function changeTask(desk: Desk): Promise<string | null> {
  const task = await someTask(desk, ['todo', 'doing']);
  if (task === undefined) return null;
  const { id, version } = task;
  const inDays = Math.floor(Math.random() * 10);
  const patch = choose<TaskPatch>([
    { priority: choose(['low', 'normal', 'high', 'urgent']) },
    { dueOn: addDays(seoulDay(new Date()), inDays), dueAt: null },
    { assigneeId: desk.me.id },
  ]);
  await desk.haru.tasks.update.mutate({ id, version, patch });
  return `changed “${task.title}”`;
}

export async function commentOnTask(desk: Desk): Promise<string | null> {
  const task = await someTask(desk, ['todo', 'doing']);
  if (task === undefined) return null;
  const body = choose(COMMENTS);
  await desk.haru.tasks.addComment.mutate({ id: randomUUID(), taskId: task.id, body });
  return `commented on “${task.title}”`;
}

export async function addTask(desk: Desk): Promise<string | null> {
  const { teamId } = desk.me;
  const { items } = await desk.haru.tasks.list.query({
    ...teamOf(desk),
    status: ['todo', 'doing'],
    limit: PLENTY,
  });
  if (teamId === null || items.length >= PLENTY) return null;
  const title = `${choose(TASK_SUBJECTS)} ${choose(TASK_VERBS)}`;
  await desk.haru.tasks.create.mutate({
    id: randomUUID(),
    teamId,
    title,
    assigneeId: chance(70) ? desk.me.id : null,
    dueOn: addDays(seoulDay(new Date()), Math.floor(Math.random() * 5)),
  });
  return `added “${title}”`;
}

async function someTask(desk: Desk, status: ('todo' | 'doing' | 'done')[]) {
  const { items } = await desk.haru.tasks.list.query({ ...teamOf(desk), status, limit: 30 });
  return choose(items);
}

function teamOf({ me }: Desk): { teamId?: string } {
  return me.teamId === null ? {} : { teamId: me.teamId };
}
