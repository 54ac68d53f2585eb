// Messages for a later moment, as their author sets, changes and takes them back. Sending them is the scheduler's
// (chat.send-scheduled.ts). The audit never says what they say.
import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { insertedOrFound } from '#db/inserted-or-found.ts';
import { scheduledMessages } from '#db/schema/chat.ts';
import type { Deps } from '../deps.ts';
import { conflict, notFound, precondition } from '../errors.ts';
import { topics } from '../live/audience.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { roomAbilities } from './chat.policy.ts';
import {
  type CancelScheduledInput,
  SCHEDULED_MAX,
  type ScheduledMessage,
  type ScheduleFailure,
  type ScheduleInput,
  type UpdateScheduledInput,
} from './chat.schedule.schema.ts';
import { findMessage } from './chat.send.ts';
import { getQuote, lockMyRoom } from './chat.visible.ts';

export type ScheduledRow = typeof scheduledMessages.$inferSelect;
type Changed = { item: ScheduledMessage; asOf: Position };

/** One's own, the soonest first; at most SCHEDULED_MAX. */
export function listScheduled(
  deps: Deps,
  viewer: Viewer,
): Promise<{ items: ScheduledMessage[]; asOf: Position }> {
  return deps.db.read(async (tx) => {
    const question = tx.prepared('chat.scheduled', (q) =>
      q
        .select()
        .from(scheduledMessages)
        .where(eq(scheduledMessages.authorId, sql.placeholder('authorId')))
        .orderBy(asc(scheduledMessages.sendAt), asc(scheduledMessages.id)),
    );
    const rows = await question.execute({ authorId: viewer.id });
    return { items: rows.map(toScheduled), asOf: tx.asOf };
  });
}

/** A retry with the same id returns what is already there. */
export async function schedule(deps: Deps, viewer: Viewer, input: ScheduleInput): Promise<Changed> {
  const act = { viewer, mutationId: input.mutationId };
  const add = () =>
    writeAs(deps, act, async (tx) => {
      const { room, me } = await lockMyRoom(tx, viewer, input.roomId);
      const [existing] = await tx
        .select()
        .from(scheduledMessages)
        .where(eq(scheduledMessages.id, input.id));
      if (existing !== undefined) {
        const isSame = existing.authorId === viewer.id && existing.roomId === room.id;
        if (!isSame) throw conflict('id_in_use');
        return toScheduled(existing);
      }
      if ((await findMessage(tx, input.id)) !== undefined) throw conflict('id_in_use');
      if (!roomAbilities(me, room).send) throw precondition('room_archived');
      await getQuote(tx, me, input.replyToId);
      await requireSpace(tx, viewer.id);
      const { id, body, replyToId, mentionIds, mentionsAll, sendAt } = input;
      const row: ScheduledRow = {
        id,
        roomId: room.id,
        authorId: viewer.id,
        body,
        replyToId,
        mentionIds,
        mentionsAll,
        sendAt,
        failure: null,
        version: 1,
        createdAt: tx.now,
      };
      await tx.insert(scheduledMessages).values(row);
      tx.audit('scheduled.create', { kind: 'scheduled', id }, { sendAt, length: body.length });
      return tellScheduled(tx, row);
    });
  const { value, asOf } = await insertedOrFound(add);
  return { item: value, asOf };
}

/** CONFLICT with the present one when it was changed after `version`, on another device. */
export async function updateScheduled(
  deps: Deps,
  viewer: Viewer,
  input: UpdateScheduledInput,
): Promise<Changed> {
  const act = { viewer, mutationId: input.mutationId };
  const { value, asOf } = await writeAs(deps, act, async (tx) => {
    const before = await lockMine(tx, viewer, input.id);
    if (before.version !== input.version) throw conflict('changed_meanwhile', toScheduled(before));
    const row: ScheduledRow = {
      ...before,
      body: input.body ?? before.body,
      mentionIds: input.mentionIds ?? before.mentionIds,
      mentionsAll: input.mentionsAll ?? before.mentionsAll,
      sendAt: input.sendAt ?? before.sendAt,
      failure: null,
      version: before.version + 1,
    };
    await tx.update(scheduledMessages).set(row).where(eq(scheduledMessages.id, row.id));
    const detail = { sendAt: row.sendAt, length: row.body.length };
    tx.audit('scheduled.update', { kind: 'scheduled', id: row.id }, detail);
    return tellScheduled(tx, row);
  });
  return { item: value, asOf };
}

/** NOT_FOUND when it has already been sent. */
export async function cancelScheduled(
  deps: Deps,
  viewer: Viewer,
  input: CancelScheduledInput,
): Promise<{ asOf: Position }> {
  const act = { viewer, mutationId: input.mutationId };
  const { asOf } = await writeAs(deps, act, async (tx) => {
    const row = await lockMine(tx, viewer, input.id);
    await dropScheduled(tx, row);
    tx.audit('scheduled.cancel', { kind: 'scheduled', id: row.id });
  });
  return { asOf };
}

/** To its author's devices. */
export function tellScheduled(tx: WriteTx, row: ScheduledRow): ScheduledMessage {
  const item = toScheduled(row);
  emit(tx, row, item);
  return item;
}

/** It was sent, or is not wanted any more. */
export async function dropScheduled(tx: WriteTx, row: ScheduledRow): Promise<void> {
  await tx.delete(scheduledMessages).where(eq(scheduledMessages.id, row.id));
  emit(tx, { ...row, version: row.version + 1 }, null);
}

function emit(tx: WriteTx, row: ScheduledRow, data: ScheduledMessage | null): void {
  tx.emit({
    feature: 'chat',
    kind: 'scheduled.changed',
    id: row.id,
    version: row.version,
    audience: [topics.user(row.authorId)],
    data,
  });
}

async function lockMine(tx: WriteTx, viewer: Viewer, id: string): Promise<ScheduledRow> {
  const isMine = and(eq(scheduledMessages.id, id), eq(scheduledMessages.authorId, viewer.id));
  const [row] = await tx.lock(tx.select().from(scheduledMessages).where(isMine));
  if (row === undefined) throw notFound('scheduled');
  return row;
}

async function requireSpace(tx: WriteTx, authorId: string): Promise<void> {
  const [counted] = await tx
    .select({ rows: count() })
    .from(scheduledMessages)
    .where(eq(scheduledMessages.authorId, authorId));
  if ((counted?.rows ?? 0) >= SCHEDULED_MAX) throw precondition('too_many_scheduled');
}

function toScheduled(row: ScheduledRow): ScheduledMessage {
  const { id, roomId, body, replyToId, mentionIds, mentionsAll, sendAt, version, createdAt } = row;
  const failure = row.failure as ScheduleFailure | null; // written only by the scheduler
  return {
    id,
    roomId,
    body,
    replyToId,
    mentionIds,
    mentionsAll,
    sendAt,
    failure,
    version,
    createdAt,
  };
}
