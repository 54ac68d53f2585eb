import { randomUUID } from 'node:crypto';
import { REMINDER_TITLES } from '#server/demo/demo-words.ts';
import { addDays } from '#server/seoul.schema.ts';
import { chance, choose } from './choose.ts';
import type { Desk } from './sign-in.ts';
import { about } from './wait.ts';

const NEXT_REMINDER_MS = 10 * 60_000;

/** What is due gets done; who has nothing due makes a note for later. */
export async function completeReminder({ haru }: Desk): Promise<string> {
  const { items } = await haru.reminders.list.query({ state: 'due', limit: 20 });
  const due = choose(items);
  if (due !== undefined) {
    await haru.reminders.complete.mutate({ id: due.id, dueAt: due.dueAt });
    return `completed the reminder “${due.title}”`;
  }
  const title = choose(REMINDER_TITLES);
  const dueAt = new Date(Date.now() + about(NEXT_REMINDER_MS));
  await haru.reminders.create.mutate({ id: randomUUID(), title, dueAt });
  return `made a reminder “${title}”`;
}

/** A running promotion is extended by a day, or stopped for a while. */
export async function editPromotion({ haru }: Desk): Promise<string | null> {
  const status = choose(['running', 'stopped']);
  const { items } = await haru.promotions.list.query({ status, limit: 30 });
  const promotion = choose(items);
  if (promotion === undefined) return null;
  const { id, version, title, endsOn } = promotion;
  const isExtended = status === 'running' && endsOn !== null && chance(70);
  const patch = isExtended ? { endsOn: addDays(endsOn, 1) } : { stopped: status === 'running' };
  await haru.promotions.update.mutate({ id, version, patch });
  return `edited the promotion “${title}”`;
}
