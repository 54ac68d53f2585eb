// Pictures and other files on a promotion: whoever works here puts them there, takes them off and puts them back.
import type { Position, Tx, WriteTx } from '#db/database.ts';
import type { Deps } from '../deps.ts';
import { forbidden } from '../errors.ts';
import { filesOn, hangUp, type Limit, putBack, takeOff } from '../files/files.hanging.ts';
import type { AttachedFile } from '../files/files.schema.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { emitPromotion } from './promotions.events.ts';
import { promotionAbilities } from './promotions.policy.ts';
import { type PromotionRow, toPromotionItem } from './promotions.row.ts';
import {
  type AttachFilesInput,
  type FileOfPromotionInput,
  PROMOTION_FILES_MAX,
  type PromotionItem,
} from './promotions.schema.ts';
import { lockPromotion, storePromotion } from './promotions.store.ts';

type Changed = { item: PromotionItem; files: AttachedFile[]; asOf: Position };

const LIMIT: Limit = { max: PROMOTION_FILES_MAX, reason: 'too_many_promotion_files' };

/** Those that already hang there stay where they are: a retry changes nothing. */
export function attachFiles(deps: Deps, viewer: Viewer, input: AttachFilesInput): Promise<Changed> {
  return changeFiles(deps, { viewer, input }, async (tx, viewer, on) => {
    const fileIds = await hangUp(tx, viewer, { on, fileIds: input.fileIds, limit: LIMIT });
    if (fileIds.length === 0) return false;
    tx.audit('promotion.attach', on, { fileIds });
    return true;
  });
}

export function detachFile(
  deps: Deps,
  viewer: Viewer,
  input: FileOfPromotionInput,
): Promise<Changed> {
  return changeFiles(deps, { viewer, input }, async (tx, _viewer, on) => {
    const name = await takeOff(tx, on, input.fileId);
    tx.audit('promotion.detach', on, { fileId: input.fileId, name });
    return true;
  });
}

/** What was taken off, for a day. A retry changes nothing. */
export function restoreFile(
  deps: Deps,
  viewer: Viewer,
  input: FileOfPromotionInput,
): Promise<Changed> {
  return changeFiles(deps, { viewer, input }, async (tx, _viewer, on) => {
    const name = await putBack(tx, { on, fileId: input.fileId, limit: LIMIT });
    if (name === null) return false;
    tx.audit('promotion.restore_file', on, { fileId: input.fileId, name });
    return true;
  });
}

export function filesOf(tx: Tx, promotionId: string): Promise<AttachedFile[]> {
  return filesOn(tx, { kind: 'promotion', id: promotionId });
}

type OnPromotion = { kind: 'promotion'; id: string };
type Act = { viewer: Viewer; input: { id: string; mutationId?: string | undefined } };

/** `change` says whether it changed anything. */
async function changeFiles(
  deps: Deps,
  { viewer, input }: Act,
  change: (tx: WriteTx, viewer: Viewer, on: OnPromotion) => Promise<boolean>,
): Promise<Changed> {
  const act = { viewer, mutationId: input.mutationId };
  const { value, asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const before = await lockEditable(tx, viewer, input.id);
    if (!(await change(tx, viewer, { kind: 'promotion', id: before.id })))
      return { item: toPromotionItem(before), files: await filesOf(tx, before.id) };
    return await filesChanged(tx, before);
  });
  return { ...value, asOf };
}

async function lockEditable(tx: WriteTx, viewer: Viewer, id: string): Promise<PromotionRow> {
  const row = await lockPromotion(tx, id);
  if (!promotionAbilities(viewer, row).edit) throw forbidden('promotion_not_yours');
  return row;
}

async function filesChanged(tx: WriteTx, before: PromotionRow): Promise<Omit<Changed, 'asOf'>> {
  const after = { ...before, version: before.version + 1, updatedAt: tx.now };
  await storePromotion(tx, before, after);
  const attached = await filesOf(tx, before.id);
  emitPromotion(tx, { before, after, longParts: { files: attached } });
  return { item: toPromotionItem(after), files: attached };
}
