// What somebody has begun to write, kept for all their devices. The last device that says something counts.
import { and, asc, eq, isNotNull, ne, or, sql } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { drafts, roomMembers } from '#db/schema/chat.ts';
import type { Deps } from '../deps.ts';
import { topics } from '../live/audience.ts';
import type { Viewer } from '../viewer.ts';
import type { Draft, SaveDraftInput } from './chat.draft.schema.ts';
import { getMyRoom, getQuote } from './chat.visible.ts';

type DraftRow = typeof drafts.$inferSelect;

/** Of all one's rooms; without the empty ones. */
export function listDrafts(
  deps: Deps,
  viewer: Viewer,
): Promise<{ items: Draft[]; asOf: Position }> {
  return deps.db.read(async (tx) => {
    const question = tx.prepared('chat.drafts', (q) =>
      q
        .select({ draft: drafts })
        .from(drafts)
        .innerJoin(
          roomMembers,
          and(eq(roomMembers.roomId, drafts.roomId), eq(roomMembers.userId, drafts.userId)),
        )
        .where(and(eq(drafts.userId, sql.placeholder('userId')), isSomething()))
        .orderBy(asc(drafts.roomId)),
    );
    const rows = await question.execute({ userId: viewer.id });
    return { items: rows.map(({ draft }) => toDraft(draft)), asOf: tx.asOf };
  });
}

/** Saying the same again changes nothing. */
export async function saveDraft(
  deps: Deps,
  viewer: Viewer,
  input: SaveDraftInput,
): Promise<{ item: Draft; asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { value, asOf } = await deps.db.write(act, async (tx) => {
    const { room, me } = await getMyRoom(tx, viewer, input.roomId);
    await getQuote(tx, me, input.replyToId);
    const { body, replyToId } = input;
    const known = await findDraft(tx, { userId: viewer.id, roomId: room.id });
    if (known !== undefined && known.body === body && known.replyToId === replyToId)
      return toDraft(known);
    const key = { userId: viewer.id, roomId: room.id };
    const next = { body, replyToId, updatedAt: tx.now };
    const [row] = await tx
      .insert(drafts)
      .values({ ...key, ...next, version: 1 })
      .onConflictDoUpdate({
        target: [drafts.userId, drafts.roomId],
        set: { ...next, version: sql`${drafts.version} + 1` },
      })
      .returning();
    return told(tx, row ?? { ...key, ...next, version: 1 });
  });
  return { item: value, asOf };
}

/** The draft that a message grew from goes with it; one about something else stays. */
export async function clearDraft(
  tx: WriteTx,
  { userId, roomId, sent }: { userId: string; roomId: string; sent: string },
): Promise<void> {
  const clear = tx.prepared('chat.clear_draft', (q) =>
    q
      .update(drafts)
      .set({
        body: sql`${''}`,
        replyToId: null,
        version: sql`${drafts.version} + 1`,
        updatedAt: sql`${sql.param(sql.placeholder('at'), drafts.updatedAt)}`,
      })
      .where(
        and(
          eq(drafts.userId, sql.placeholder('userId')),
          eq(drafts.roomId, sql.placeholder('roomId')),
          isSomething(),
          eq(
            drafts.body,
            sql`substr(cast(${sql.placeholder('sent')} as text), 1, length(${drafts.body}))`,
          ),
        ),
      )
      .returning(),
  );
  for (const row of await clear.execute({ userId, roomId, sent, at: tx.now })) told(tx, row);
}

async function findDraft(
  tx: WriteTx,
  key: { userId: string; roomId: string },
): Promise<DraftRow | undefined> {
  const question = tx.prepared('chat.draft', (q) =>
    q
      .select()
      .from(drafts)
      .where(
        and(
          eq(drafts.userId, sql.placeholder('userId')),
          eq(drafts.roomId, sql.placeholder('roomId')),
        ),
      ),
  );
  return (await question.execute(key))[0];
}

/** To its author's devices, and to nobody else. The audit knows how long it is. */
function told(tx: WriteTx, row: DraftRow): Draft {
  const draft = toDraft(row);
  tx.emit({
    feature: 'chat',
    kind: 'draft.changed',
    id: row.roomId,
    version: row.version,
    audience: [topics.user(row.userId)],
    data: draft,
  });
  tx.audit('draft.save', { kind: 'room', id: row.roomId }, { length: row.body.length });
  return draft;
}

function isSomething() {
  return or(ne(drafts.body, sql`${''}`), isNotNull(drafts.replyToId));
}

function toDraft({ roomId, body, replyToId, version, updatedAt }: DraftRow): Draft {
  return { roomId, body, replyToId, version, updatedAt };
}
