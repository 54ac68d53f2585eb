// Putting files on something, in the write that makes it. From then on whoever sees that sees them.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { WriteTx } from '#db/database.ts';
import { files } from '#db/schema/files.ts';
import { notFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { toAttachedFile } from './files.row.ts';
import type { AttachedFile } from './files.schema.ts';

/** What a file can hang on: who sees that is said in files.visible.ts. */
export type FileSubject = {
  kind: 'message' | 'comment' | 'room' | 'task' | 'promotion';
  id: string;
};

/** In the order of `fileIds`. NOT_FOUND if one of them is not the viewer's own, or hangs somewhere already. */
export async function claimFiles(
  tx: WriteTx,
  viewer: Pick<Viewer, 'id'>,
  { fileIds, subject }: { fileIds: readonly string[]; subject: FileSubject },
): Promise<AttachedFile[]> {
  if (fileIds.length === 0) return [];
  const ids = [...new Set(fileIds)];
  const claimed = await tx
    .update(files)
    .set({ subjectKind: subject.kind, subjectId: subject.id })
    .where(and(inArray(files.id, ids), eq(files.ownerId, viewer.id), isNull(files.subjectKind)))
    .returning();
  const rowOf = new Map(claimed.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = rowOf.get(id);
    if (row === undefined) throw notFound('file');
    return toAttachedFile(row);
  });
}

/** Together with what they hung on. Returns the contents that may not be needed any more: for dropSoon, after the write. */
export async function removeFilesOf(
  tx: WriteTx,
  { kind, ids }: { kind: FileSubject['kind']; ids: string[] },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const gone = await tx
    .delete(files)
    .where(and(eq(files.subjectKind, kind), inArray(files.subjectId, ids)))
    .returning({ hash: files.hash, thumbnailHash: files.thumbnailHash });
  return gone.flatMap((row) => [
    row.hash,
    ...(row.thumbnailHash === null ? [] : [row.thumbnailHash]),
  ]);
}
