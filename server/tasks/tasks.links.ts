// What a task came from: messages and promotions. Made only from what its creator sees, and shown only to those who see
// that too.
import { and, asc, eq, gte, inArray, isNull } from 'drizzle-orm';
import type { Tx, WriteTx } from '#db/database.ts';
import { messages, roomMembers } from '#db/schema/chat.ts';
import { promotions } from '#db/schema/promotions.ts';
import { taskLinks } from '#db/schema/tasks.ts';
import { notFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import type { NewTaskLink, TaskLink } from './tasks.schema.ts';

/** NOT_FOUND for what the creator does not see. */
export async function linkTask(
  tx: WriteTx,
  viewer: Viewer,
  { taskId, links }: { taskId: string; links: NewTaskLink[] },
): Promise<void> {
  if (links.length === 0) return;
  const seen = await onlySeen(tx, viewer, links);
  for (const { kind, id } of links)
    if (!seen.some((link) => link.kind === kind && link.id === id)) throw notFound(kind);
  await tx
    .insert(taskLinks)
    .values(links.map(({ kind, id }) => ({ taskId, kind, targetId: id })))
    .onConflictDoNothing();
}

export async function linksOf(tx: Tx, viewer: Viewer, taskId: string): Promise<TaskLink[]> {
  const rows = await tx
    .select({ kind: taskLinks.kind, id: taskLinks.targetId })
    .from(taskLinks)
    .where(eq(taskLinks.taskId, taskId))
    .orderBy(asc(taskLinks.kind), asc(taskLinks.targetId));
  return await onlySeen(tx, viewer, rows);
}

/** With what is needed to open them. */
async function onlySeen(tx: Tx, viewer: Viewer, links: NewTaskLink[]): Promise<TaskLink[]> {
  const ids = (kind: NewTaskLink['kind']) =>
    links.filter((link) => link.kind === kind).map((link) => link.id);
  return [
    ...(await messagesSeen(tx, viewer, ids('message'))),
    ...(await promotionsSeen(tx, ids('promotion'))),
  ];
}

async function messagesSeen(tx: Tx, viewer: Viewer, ids: string[]): Promise<TaskLink[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: messages.id, roomId: messages.roomId, no: messages.no })
    .from(messages)
    .innerJoin(roomMembers, eq(roomMembers.roomId, messages.roomId))
    .where(
      and(
        inArray(messages.id, ids),
        eq(roomMembers.userId, viewer.id),
        gte(messages.no, roomMembers.seesFromNo),
      ),
    )
    .orderBy(asc(messages.id));
  return rows.map((row) => ({ kind: 'message', ...row }));
}

async function promotionsSeen(tx: Tx, ids: string[]): Promise<TaskLink[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: promotions.id })
    .from(promotions)
    .where(and(inArray(promotions.id, ids), isNull(promotions.removedAt)))
    .orderBy(asc(promotions.id));
  return rows.map(({ id }) => ({ kind: 'promotion', id }));
}
