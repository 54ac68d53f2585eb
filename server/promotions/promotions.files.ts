// Pictures and other files on a promotion: whoever works here puts them there and takes them away again.
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Position, Tx, WriteTx } from '#db/database.ts';
import { files } from '#db/schema/files.ts';
import type { Deps } from '../deps.ts';
import { forbidden, notFound, precondition } from '../errors.ts';
import { claimFiles } from '../files/files.claim.ts';
import { toAttachedFile } from '../files/files.row.ts';
import type { AttachedFile } from '../files/files.schema.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { emitPromotion } from './promotions.events.ts';
import { promotionAbilities } from './promotions.policy.ts';
import { type PromotionRow, toPromotionItem } from './promotions.row.ts';
import {
  type AttachFilesInput,
  type DetachFileInput,
  PROMOTION_FILES_MAX,
  type PromotionItem,
} from './promotions.schema.ts';
import { lockPromotion, storePromotion } from './promotions.store.ts';

type Changed = { item: PromotionItem; files: AttachedFile[]; asOf: Position };

/** Those that already hang there stay where they are: a retry changes nothing. */
export async function attachFiles(
  deps: Deps,
  viewer: Viewer,
  input: AttachFilesInput,
): Promise<Changed> {
  const act = { viewer, mutationId: input.mutationId };
  const { value, asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const before = await lockEditable(tx, viewer, input.id);
    const there = await filesOf(tx, before.id);
    const fileIds = input.fileIds.filter((id) => !there.some((file) => file.id === id));
    if (fileIds.length === 0) return { item: toPromotionItem(before), files: there };
    if (there.length + fileIds.length > PROMOTION_FILES_MAX)
      throw precondition('too_many_promotion_files');
    await claimFiles(tx, viewer, { fileIds, subject: { kind: 'promotion', id: before.id } });
    tx.audit('promotion.attach', { kind: 'promotion', id: before.id }, { fileIds });
    return await filesChanged(tx, before);
  });
  return { ...value, asOf };
}

/** From then on it is its owner's again, as if just uploaded: cleared away unless they put it somewhere. */
export async function detachFile(
  deps: Deps,
  viewer: Viewer,
  input: DetachFileInput,
): Promise<Changed> {
  const act = { viewer, mutationId: input.mutationId };
  const { value, asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const before = await lockEditable(tx, viewer, input.id);
    const [freed] = await tx
      .update(files)
      .set({ subjectKind: null, subjectId: null, createdAt: tx.now })
      .where(and(eq(files.id, input.fileId), hangsOn(before.id)))
      .returning({ name: files.name });
    if (freed === undefined) throw notFound('file');
    const subject = { kind: 'promotion', id: before.id };
    tx.audit('promotion.detach', subject, { fileId: input.fileId, name: freed.name });
    return await filesChanged(tx, before);
  });
  return { ...value, asOf };
}

/** The first hung up first. */
export async function filesOf(tx: Tx, promotionId: string): Promise<AttachedFile[]> {
  const question = tx.prepared('promotions.files', (q) =>
    q
      .select()
      .from(files)
      .where(hangsOn(sql.placeholder('promotionId')))
      .orderBy(asc(files.createdAt), asc(files.id)),
  );
  return (await question.execute({ promotionId })).map(toAttachedFile);
}

function hangsOn(promotionId: Parameters<typeof eq>[1]) {
  return and(eq(files.subjectKind, sql`${'promotion'}`), eq(files.subjectId, sql`${promotionId}`));
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
