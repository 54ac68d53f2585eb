// Creating, changing and copying promotions. What it depends on is read inside the write.
import type { Position } from '#db/database.ts';
import { insertedOrFound } from '#db/inserted-or-found.ts';
import type { Deps } from '../deps.ts';
import { badRequest, conflict, forbidden, precondition } from '../errors.ts';
import { copyFiles } from '../files/files.copy.ts';
import { seoulDay } from '../seoul.schema.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { applied, changesOf, conflictsOf } from './promotions.change.ts';
import { emitPromotion } from './promotions.events.ts';
import { promotionAbilities } from './promotions.policy.ts';
import { type PromotionRow, toPromotionItem } from './promotions.row.ts';
import type {
  CreatePromotionInput,
  DuplicatePromotionInput,
  PromotionItem,
  UpdatePromotionInput,
} from './promotions.schema.ts';
import { endsBeforeItStarts, statusOn } from './promotions.status.schema.ts';
import {
  findPromotion,
  insertPromotion,
  lockPromotion,
  requireActivePerson,
  storePromotion,
} from './promotions.store.ts';

type Changed = { item: PromotionItem; asOf: Position };

/** A retry with the same id returns the promotion that is already there; somebody else's id is a CONFLICT without content. */
export async function createPromotion(
  deps: Deps,
  viewer: Viewer,
  input: CreatePromotionInput,
): Promise<Changed> {
  requireOrder(input);
  const create = () =>
    writeAs(deps, actOf(viewer, input), async (tx, viewer) => {
      const existing = await findPromotion(tx, input.id);
      if (existing !== undefined) return repeated(viewer, existing);
      const row = newPromotion(viewer, input, tx.now);
      await insertPromotion(tx, row);
      emitPromotion(tx, { before: null, after: row });
      tx.audit('promotion.create', subjectOf(row), { title: row.title });
      return toPromotionItem(row);
    });
  const { value, asOf } = await insertedOrFound(create);
  return { item: value, asOf };
}

/** Different fields merge; the same field changed to something else since `version` is a CONFLICT with the current row. */
export async function updatePromotion(
  deps: Deps,
  viewer: Viewer,
  input: UpdatePromotionInput,
): Promise<Changed> {
  const { value, asOf } = await writeAs(deps, actOf(viewer, input), async (tx, viewer) => {
    const before = await lockPromotion(tx, input.id);
    if (!promotionAbilities(viewer, before).edit) throw forbidden('promotion_not_yours');
    const changes = changesOf(before, input.patch);
    if (changes.length === 0) return toPromotionItem(before);
    if (conflictsOf(before, changes, input.version).length > 0)
      throw conflict('field_conflict', { ...toPromotionItem(before), ...noteOf(before) });
    const after = applied(before, changes, tx.now);
    requireOrder(after);
    requireStoppable(before, after, tx.now);
    if (after.ownerId !== before.ownerId) await requireActivePerson(tx, after.ownerId);
    await storePromotion(tx, before, after);
    const longParts = after.resultNote === before.resultNote ? {} : noteOf(after);
    emitPromotion(tx, { before, after, longParts });
    tx.audit('promotion.update', subjectOf(after), { changes });
    return toPromotionItem(after);
  });
  return { item: value, asOf };
}

/** The copy belongs to whoever copies, has its pictures, and runs even if the original was stopped. */
export async function duplicatePromotion(
  deps: Deps,
  viewer: Viewer,
  input: DuplicatePromotionInput,
): Promise<Changed> {
  requireOrder(input);
  const copy = () =>
    writeAs(deps, actOf(viewer, input), async (tx, viewer) => {
      const existing = await findPromotion(tx, input.newId);
      if (existing !== undefined) return repeated(viewer, existing);
      const { title, body, category, channels } = await lockPromotion(tx, input.id);
      const { newId: id, startsOn, endsOn } = input;
      const given = { id, title, body, category, channels, startsOn, endsOn };
      const row = newPromotion(viewer, given, tx.now);
      await insertPromotion(tx, row);
      const { files } = await copyFiles(tx, {
        from: { kind: 'promotion', id: input.id },
        to: { kind: 'promotion', id },
        ownerId: viewer.id,
      });
      emitPromotion(tx, { before: null, after: row, longParts: { files } });
      tx.audit('promotion.duplicate', subjectOf(row), { from: input.id, title });
      return toPromotionItem(row);
    });
  const { value, asOf } = await insertedOrFound(copy);
  return { item: value, asOf };
}

function actOf(viewer: Viewer, input: { mutationId?: string | undefined }) {
  return { viewer, mutationId: input.mutationId };
}

function subjectOf(row: PromotionRow) {
  return { kind: 'promotion', id: row.id };
}

function noteOf({ resultNote }: PromotionRow) {
  return { resultNote };
}

function repeated(viewer: Viewer, existing: PromotionRow): PromotionItem {
  if (existing.creatorId !== viewer.id || existing.removedAt !== null) throw conflict('id_in_use');
  return toPromotionItem(existing);
}

function requireOrder(period: { startsOn: string | null; endsOn: string | null }): void {
  if (endsBeforeItStarts(period))
    throw badRequest('ends_before_start', { endsOn: ['must not be before startsOn'] });
}

/** What is over cannot be stopped any more. */
function requireStoppable(before: PromotionRow, after: PromotionRow, now: Date): void {
  if (before.stoppedAt !== null || after.stoppedAt === null) return;
  if (statusOn({ ...after, stoppedAt: null }, seoulDay(now)) === 'ended')
    throw precondition('promotion_ended');
}

function newPromotion(
  viewer: Viewer,
  input: Omit<CreatePromotionInput, 'mutationId'>,
  now: Date,
): PromotionRow {
  const { id, title, body, category, channels, startsOn, endsOn } = input;
  return {
    id,
    title,
    body,
    category,
    channels,
    startsOn,
    endsOn,
    ownerId: viewer.id,
    creatorId: viewer.id,
    resultNote: '',
    stoppedAt: null,
    version: 1,
    fieldVersions: {},
    createdAt: now,
    updatedAt: now,
    removedAt: null,
    removedById: null,
  };
}
