// Files that hang on a task or a promotion by themselves. What is taken off still belongs there, but nobody sees it; for
// a day it can be put back.
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Tx, WriteTx } from '#db/database.ts';
import { files } from '#db/schema/files.ts';
import { notFound, precondition } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { claimFiles } from './files.claim.ts';
import { type FileRow, toAttachedFile } from './files.row.ts';
import type { AttachedFile } from './files.schema.ts';

/** So long one that was taken off can be put back. */
export const REMOVED_FILE_KEPT_MS = 24 * 3_600_000;

/** What files hang on by themselves. */
export const HOOKS = ['task', 'promotion'] as const;
export type Hook = { kind: (typeof HOOKS)[number]; id: string };
export type Limit = { max: number; reason: 'too_many_task_files' | 'too_many_promotion_files' };

/** The first hung up first. */
export async function filesOn(tx: Tx, on: Hook): Promise<AttachedFile[]> {
  return (await rowsOn(tx, on)).map(toAttachedFile);
}

/** The first hung up first. */
export async function rowsOn(tx: Tx, { kind, id }: Hook): Promise<FileRow[]> {
  const question = tx.prepared('files.on', (q) =>
    q
      .select()
      .from(files)
      .where(and(hangsOn(sql.placeholder('kind'), sql.placeholder('id')), isNull(files.removedAt)))
      .orderBy(asc(files.createdAt), asc(files.id)),
  );
  return await question.execute({ kind, id });
}

/** Those that hang there already stay where they are. Returns the ids of those that did not. */
export async function hangUp(
  tx: WriteTx,
  viewer: Viewer,
  { on, fileIds, limit }: { on: Hook; fileIds: readonly string[]; limit: Limit },
): Promise<string[]> {
  const there = await filesOn(tx, on);
  const fresh = [...new Set(fileIds)].filter((id) => !there.some((file) => file.id === id));
  if (fresh.length === 0) return [];
  if (there.length + fresh.length > limit.max) throw precondition(limit.reason);
  await claimFiles(tx, viewer, { fileIds: fresh, subject: on });
  return fresh;
}

/** Returns its name. NOT_FOUND if it does not hang there (any more). */
export async function takeOff(tx: WriteTx, on: Hook, fileId: string): Promise<string> {
  const [taken] = await tx
    .update(files)
    .set({ removedAt: tx.now })
    .where(and(eq(files.id, fileId), hangsOn(on.kind, on.id), isNull(files.removedAt)))
    .returning({ name: files.name });
  if (taken === undefined) throw notFound('file');
  return taken.name;
}

/** Returns its name, or null if it hangs there already. */
export async function putBack(
  tx: WriteTx,
  { on, fileId, limit }: { on: Hook; fileId: string; limit: Limit },
): Promise<string | null> {
  const [row] = await tx.lock(
    tx
      .select({ name: files.name, removedAt: files.removedAt })
      .from(files)
      .where(and(eq(files.id, fileId), hangsOn(on.kind, on.id))),
  );
  if (row === undefined) throw notFound('file');
  if (row.removedAt === null) return null;
  if (tx.now.getTime() - row.removedAt.getTime() >= REMOVED_FILE_KEPT_MS) throw notFound('file');
  if ((await filesOn(tx, on)).length >= limit.max) throw precondition(limit.reason);
  await tx.update(files).set({ removedAt: null }).where(eq(files.id, fileId));
  return row.name;
}

function hangsOn(kind: string | Placeholder, id: string | Placeholder): SQL | undefined {
  return and(eq(files.subjectKind, sql`${kind}`), eq(files.subjectId, sql`${id}`));
}

type Placeholder = ReturnType<typeof sql.placeholder>;
