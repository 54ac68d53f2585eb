// Tasks, promotions and reminders by their titles: one statement each, only what the viewer may see, the best first and
// of equals what changed last.
import { and, asc, desc, isNull, type SQL, sql } from 'drizzle-orm';
import type { ReadTx } from '#db/database.ts';
import { promotions } from '#db/schema/promotions.ts';
import { reminders } from '#db/schema/reminders.ts';
import { tasks } from '#db/schema/tasks.ts';
import { visibleReminders } from '../reminders/reminders.visible.ts';
import type { WantedText } from '../search-text.schema.ts';
import { visibleTasks } from '../tasks/tasks.visible.ts';
import type { Viewer } from '../viewer.ts';
import type { FoundPromotion, FoundReminder, FoundTask } from './search.schema.ts';
import { hasWords, rankIn } from './search.titles.ts';

type Look = { viewer: Viewer; wanted: WantedText; limit: number };

export async function findTasks(tx: ReadTx, look: Look): Promise<FoundTask[]> {
  const { wanted, limit } = look;
  return await tx
    .select(taskColumns)
    .from(tasks)
    .where(and(seenTasks(tx, look.viewer), hasWords(tasks.searchKey, wanted)))
    .orderBy(asc(rankIn(tasks.searchKey, wanted)), desc(tasks.updatedAt), asc(tasks.id))
    .limit(limit);
}

export async function findPromotions(tx: ReadTx, look: Look): Promise<FoundPromotion[]> {
  const { searchKey, updatedAt, id } = promotions;
  return await tx
    .select(promotionColumns)
    .from(promotions)
    .where(and(isNull(promotions.removedAt), hasWords(searchKey, look.wanted)))
    .orderBy(asc(rankIn(searchKey, look.wanted)), desc(updatedAt), asc(id))
    .limit(look.limit);
}

export async function findReminders(tx: ReadTx, look: Look): Promise<FoundReminder[]> {
  const { searchKey, updatedAt, id } = reminders;
  return await tx
    .select(reminderColumns)
    .from(reminders)
    .where(and(seenReminders(tx, look.viewer), hasWords(searchKey, look.wanted)))
    .orderBy(asc(rankIn(searchKey, look.wanted)), desc(updatedAt), asc(id))
    .limit(look.limit);
}

export const taskColumns = {
  id: tasks.id,
  title: tasks.title,
  status: tasks.status,
  teamId: tasks.teamId,
  assigneeId: tasks.assigneeId,
  dueOn: tasks.dueOn,
  dueAt: tasks.dueAt,
};

export const promotionColumns = {
  id: promotions.id,
  title: promotions.title,
  category: promotions.category,
  startsOn: promotions.startsOn,
  endsOn: promotions.endsOn,
  stoppedAt: promotions.stoppedAt,
};

export const reminderColumns = {
  id: reminders.id,
  title: reminders.title,
  dueAt: reminders.dueAt,
  state: reminders.state,
};

export function seenTasks(tx: ReadTx, viewer: Viewer): SQL | undefined {
  return and(isNull(tasks.removedAt), visibleTasks(tx, viewer, idsOf(viewer)));
}

export function seenReminders(tx: ReadTx, viewer: Viewer): SQL | undefined {
  return and(isNull(reminders.removedAt), visibleReminders(tx, idsOf(viewer)));
}

function idsOf(viewer: Viewer): { id: SQL; teamId: SQL } {
  return { id: sql`${viewer.id}`, teamId: sql`${viewer.teamId}` };
}
