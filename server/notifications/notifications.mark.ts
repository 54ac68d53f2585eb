// Read and unread: one's own notices, on all one's screens.
import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { notifications } from '#db/schema/notifications.ts';
import type { Deps } from '../deps.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { emitMarked } from './notifications.events.ts';
import { causeOf, noticeRowId } from './notifications.id.ts';
import type { MarkAllNoticesInput, MarkNoticesInput } from './notifications.schema.ts';

type Marked = { asOf: Position };

/** Those that are not there (any more) stay away, and nothing is said of them. */
export function markNoticesRead(
  deps: Deps,
  viewer: Viewer,
  input: MarkNoticesInput,
): Promise<Marked> {
  return markThese(deps, viewer, { ...input, isRead: true });
}

export function markNoticesUnread(
  deps: Deps,
  viewer: Viewer,
  input: MarkNoticesInput,
): Promise<Marked> {
  return markThese(deps, viewer, { ...input, isRead: false });
}

async function markThese(
  deps: Deps,
  viewer: Viewer,
  { ids, isRead, mutationId }: MarkNoticesInput & { isRead: boolean },
): Promise<Marked> {
  const { asOf } = await writeAs(deps, { viewer, mutationId }, async (tx) => {
    const rowIds = ids.map((id) => noticeRowId(id, viewer.id));
    const readAt = isRead ? tx.now : null;
    const isOther = isRead ? isNull(notifications.readAt) : isNotNull(notifications.readAt);
    const marked = await mark(tx, and(inArray(notifications.id, rowIds), isOther), readAt);
    if (marked.length === 0) return;
    emitMarked(tx, viewer.id, { ids: marked, readAt });
    const label = isRead ? 'notification.read' : 'notification.unread';
    tx.audit(label, { kind: 'person', id: viewer.id }, { ids: marked });
  });
  return { asOf };
}

/** Which they were, so that it can be taken back. */
export async function markAllNoticesRead(
  deps: Deps,
  viewer: Viewer,
  input: MarkAllNoticesInput,
): Promise<Marked & { ids: string[] }> {
  const act = { viewer, mutationId: input?.mutationId };
  const { value: ids, asOf } = await writeAs(deps, act, async (tx) => {
    const unread = and(
      eq(notifications.userId, viewer.id),
      isNull(notifications.readAt),
      isNull(notifications.snoozedUntil),
    );
    const marked = await mark(tx, unread, tx.now);
    if (marked.length === 0) return marked;
    emitMarked(tx, viewer.id, { ids: null, readAt: tx.now });
    tx.audit('notification.read_all', { kind: 'person', id: viewer.id }, { count: marked.length });
    return marked;
  });
  return { ids, asOf };
}

/** Whoever reads a room up to a message has read what told them of it, unless they put it off. Called inside the write that moves the mark. */
export async function readRoomNotices(
  tx: WriteTx,
  { userId, roomId, no }: { userId: string; roomId: string; no: number },
): Promise<void> {
  const question = tx.prepared('notifications.unread_of_room', (q) =>
    q
      .select({ id: notifications.id, facts: notifications.facts })
      .from(notifications)
      .where(
        and(
          eq(notifications.userId, sql.placeholder('userId')),
          isNull(notifications.readAt),
          isNull(notifications.snoozedUntil),
          eq(notifications.subjectKind, sql`${'room'}`),
          eq(notifications.subjectId, sql.placeholder('roomId')),
        ),
      ),
  );
  const unread = await question.execute({ userId, roomId });
  const rowIds = unread.filter(({ facts }) => Number(facts['no']) <= no).map(({ id }) => id);
  if (rowIds.length === 0) return;
  const ids = await mark(tx, inArray(notifications.id, rowIds), tx.now);
  if (ids.length > 0) emitMarked(tx, userId, { ids, readAt: tx.now });
}

/** The ids of what was changed. */
async function mark(tx: WriteTx, which: SQL | undefined, readAt: Date | null): Promise<string[]> {
  const rows = await tx
    .update(notifications)
    .set({ readAt, version: sql`${notifications.version} + 1` })
    .where(which)
    .returning({ id: notifications.id });
  return rows.map(({ id }) => causeOf(id)).toSorted();
}
