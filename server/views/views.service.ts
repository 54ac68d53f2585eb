// Keeping, changing and giving up a saved view, and taking one back.
import { and, count, eq, isNull } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { insertedOrFound } from '#db/inserted-or-found.ts';
import { savedViews } from '#db/schema/views.ts';
import type { Deps } from '../deps.ts';
import { conflict, forbidden, notFound, precondition } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { emitView, emitViewRemoved } from './views.events.ts';
import { seesView, viewAbilities } from './views.policy.ts';
import { viewColumns } from './views.row.ts';
import {
  type CreateViewInput,
  REMOVED_VIEW_KEPT_MS,
  type RemoveViewInput,
  type RestoreViewInput,
  SHARED_VIEWS_MAX,
  type UpdateViewInput,
  type ViewItem,
  VIEWS_MAX,
} from './views.schema.ts';

type StoredView = ViewItem & { removedAt: Date | null };
type Changed = { item: ViewItem; asOf: Position };

/** A retry with the same id returns the view that is already there; somebody else's id is a CONFLICT without content. */
export async function createView(
  deps: Deps,
  viewer: Viewer,
  input: CreateViewInput,
): Promise<Changed> {
  const { id, screen, name, query, isShared, mutationId } = input;
  const create = () =>
    writeAs(deps, { viewer, mutationId }, async (tx, viewer) => {
      const existing = await stored(tx, id);
      if (existing !== undefined) {
        const { removedAt, ...view } = existing;
        if (view.ownerId !== viewer.id || removedAt !== null) throw conflict('id_in_use');
        return view;
      }
      const times = { createdAt: tx.now, updatedAt: tx.now };
      const view = { id, screen, name, query, isShared, ownerId: viewer.id, version: 1, ...times };
      await requireRoom(tx, null, view);
      await tx.insert(savedViews).values(view);
      emitView(tx, null, view);
      tx.audit('view.create', subjectOf(view), { name, isShared });
      return view;
    });
  const { value, asOf } = await insertedOrFound(create);
  return { item: value, asOf };
}

/** What somebody else changed since `version` is a CONFLICT with the current row. */
export async function updateView(
  deps: Deps,
  viewer: Viewer,
  input: UpdateViewInput,
): Promise<Changed> {
  const act = { viewer, mutationId: input.mutationId };
  const { value, asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const before = await lockChangeable(tx, viewer, input.id);
    const { name = before.name, query = before.query, isShared = before.isShared } = input.patch;
    const isSame = name === before.name && query === before.query && isShared === before.isShared;
    if (isSame) return before;
    if (before.version !== input.version) throw conflict('changed_meanwhile', before);
    const version = before.version + 1;
    const after = { ...before, name, query, isShared, version, updatedAt: tx.now };
    await requireRoom(tx, before, after);
    await store(tx, { ...after, removedAt: null });
    emitView(tx, before, after);
    tx.audit('view.update', subjectOf(after), { name, isShared });
    return after;
  });
  return { item: value, asOf };
}

export async function removeView(
  deps: Deps,
  viewer: Viewer,
  input: RemoveViewInput,
): Promise<{ asOf: Position }> {
  const act = { viewer, mutationId: input.mutationId };
  const { asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const before = await lockChangeable(tx, viewer, input.id);
    const after = { ...before, version: before.version + 1, updatedAt: tx.now };
    await store(tx, { ...after, removedAt: tx.now });
    emitViewRemoved(tx, after);
    tx.audit('view.remove', subjectOf(after), { name: after.name });
  });
  return { asOf };
}

/** By those who may remove it, for a day. A view that is there stays as it is. */
export async function restoreView(
  deps: Deps,
  viewer: Viewer,
  input: RestoreViewInput,
): Promise<Changed> {
  const act = { viewer, mutationId: input.mutationId };
  const { value, asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const { removedAt, ...before } = await lockStored(tx, viewer, input.id);
    if (removedAt === null) return before;
    if (tx.now.getTime() - removedAt.getTime() >= REMOVED_VIEW_KEPT_MS) throw notFound('view');
    const after = { ...before, version: before.version + 1, updatedAt: tx.now };
    await requireRoom(tx, null, after);
    await store(tx, { ...after, removedAt: null });
    emitView(tx, null, after);
    tx.audit('view.restore', subjectOf(after), { name: after.name, isShared: after.isShared });
    return after;
  });
  return { item: value, asOf };
}

async function lockChangeable(tx: WriteTx, viewer: Viewer, id: string): Promise<ViewItem> {
  const { removedAt, ...view } = await lockStored(tx, viewer, id);
  if (removedAt !== null) throw notFound('view');
  return view;
}

/** Removed or not; for those who may change it. */
async function lockStored(tx: WriteTx, viewer: Viewer, id: string): Promise<StoredView> {
  const view = await stored(tx, id);
  if (view === undefined || !seesView(viewer, view)) throw notFound('view');
  if (!viewAbilities(viewer, view).change) throw forbidden('view_not_yours');
  return view;
}

async function stored(tx: WriteTx, id: string): Promise<StoredView | undefined> {
  const columns = { ...viewColumns, removedAt: savedViews.removedAt };
  const [view] = await tx.lock(tx.select(columns).from(savedViews).where(eq(savedViews.id, id)));
  return view;
}

async function store(tx: WriteTx, view: StoredView): Promise<void> {
  await tx.update(savedViews).set(view).where(eq(savedViews.id, view.id));
}

/** Lists of views are short: they are never read in pages. */
async function requireRoom(tx: WriteTx, before: ViewItem | null, after: ViewItem): Promise<void> {
  const { screen, ownerId } = after;
  const countOf = async (where: Parameters<typeof and>[0]) => {
    const rows = await tx
      .select({ count: count() })
      .from(savedViews)
      .where(and(eq(savedViews.screen, screen), isNull(savedViews.removedAt), where));
    return rows[0]?.count ?? 0;
  };
  if (before === null && (await countOf(eq(savedViews.ownerId, ownerId))) >= VIEWS_MAX)
    throw precondition('too_many_views');
  const isNewlyShared = after.isShared && before?.isShared !== true;
  if (isNewlyShared && (await countOf(eq(savedViews.isShared, true))) >= SHARED_VIEWS_MAX)
    throw precondition('too_many_shared_views');
}

function subjectOf({ id }: ViewItem) {
  return { kind: 'view', id };
}
