// Taking a file in: its bytes first, then its row. Until it is put on something it is its owner's alone. The same file
// under the same id once more is the same file (a retry); anything else under that id is refused.
import { open } from 'node:fs/promises';
import { and, eq, isNull, or } from 'drizzle-orm';
import { insertedOrFound } from '#db/inserted-or-found.ts';
import { files } from '#db/schema/files.ts';
import type { Deps } from '../deps.ts';
import { badRequest, conflict, notFound, precondition, tooLarge, unavailable } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { plainName } from './file-name.ts';
import { type Received, type Source, TooLarge } from './file-store.ts';
import { typeOf } from './file-type.ts';
import { type FileRow, toAttachedFile } from './files.row.ts';
import {
  type AttachedFile,
  FILE_MAX_BYTES,
  isShownType,
  THUMBNAIL_MAX_BYTES,
  THUMBNAIL_SIDE_MAX,
} from './files.schema.ts';
import { findFile } from './files.visible.ts';
import { type PictureSize, pictureSize } from './picture-size.ts';

/** `name` as it was given, within the limits. */
export type NewFile = { id: string; name: string };

export async function addFile(
  deps: Deps,
  viewer: Viewer,
  { id, name, source }: NewFile & { source: Source },
): Promise<AttachedFile> {
  return await taken(deps, { source, maxBytes: FILE_MAX_BYTES }, async (content) => {
    const { hash, bytes, type, size } = content;
    const { value } = await insertedOrFound(() =>
      writeAs(deps, { viewer, mutationId: undefined }, async (tx) => {
        const existing = await findFile(tx, id);
        if (existing !== undefined) return repeated(existing, viewer, hash);
        const row: FileRow = {
          id,
          hash,
          name: plainName(name),
          type,
          sizeBytes: bytes,
          width: size?.width ?? null,
          height: size?.height ?? null,
          thumbnailHash: null,
          ownerId: viewer.id,
          subjectKind: null,
          subjectId: null,
          createdAt: tx.now,
          removedAt: null,
        };
        await tx.insert(files).values(row);
        tx.audit('file.upload', { kind: 'file', id }, { bytes, type });
        return row;
      }),
    );
    return toAttachedFile(value);
  });
}

/**
 * A small copy of a picture, drawn by whoever uploaded it. As long as it hangs nowhere it can be drawn anew; afterwards
 * only once.
 */
export async function addThumbnail(
  deps: Deps,
  viewer: Viewer,
  { id, source }: { id: string; source: Source },
): Promise<AttachedFile> {
  return await taken(deps, { source, maxBytes: THUMBNAIL_MAX_BYTES }, async (content) => {
    if (!isThumbnail(content.size)) throw badRequest('thumbnail_not_a_picture');
    const { hash, bytes } = content;
    const { value } = await writeAs(deps, { viewer, mutationId: undefined }, async (tx) => {
      const row = await findFile(tx, id);
      if (row === undefined || row.ownerId !== viewer.id) throw notFound('file');
      if (row.thumbnailHash === hash) return row;
      if (row.width === null || !isShownType(row.type)) throw precondition('file_not_a_picture');
      const isFree = or(isNull(files.subjectKind), isNull(files.thumbnailHash));
      const changed = await tx
        .update(files)
        .set({ thumbnailHash: hash })
        .where(and(eq(files.id, id), isFree))
        .returning({ id: files.id });
      if (changed.length === 0) throw precondition('thumbnail_exists');
      tx.audit('file.thumbnail', { kind: 'file', id }, { bytes });
      return { ...row, thumbnailHash: hash };
    });
    return toAttachedFile(value);
  });
}

function isThumbnail(size: PictureSize | null): boolean {
  return size !== null && Math.max(size.width, size.height) <= THUMBNAIL_SIDE_MAX;
}

type Content = Received & { type: string; size: PictureSize | null };

/** The bytes are in place before `write` stores its row, and are looked for once more when it is stored. */
async function taken<T>(
  { files: store, log }: Deps,
  { source, maxBytes }: { source: Source; maxBytes: number },
  write: (content: Content) => Promise<T>,
): Promise<T> {
  let received: Received | undefined;
  try {
    received = await store.receive(source, maxBytes);
    const content = await lookInto(received);
    await store.keep(received);
    const value = await write(content);
    await store.keep(received);
    return value;
  } catch (error) {
    if (error instanceof TooLarge) throw tooLarge('file_too_large', maxBytes);
    if (!isFull(error)) throw error;
    log.error({ err: error }, 'There is no room left for files.');
    throw unavailable('storage_full');
  } finally {
    if (received !== undefined) await store.discard(received);
  }
}

async function lookInto(received: Received): Promise<Content> {
  const file = await open(received.path);
  try {
    const type = await typeOf(file, received.isText);
    const size = isShownType(type) ? await pictureSize(file, type) : null;
    return { ...received, type, size };
  } finally {
    await file.close();
  }
}

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS']);

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NO_ROOM.has(String(error.code));
}

function repeated(existing: FileRow, viewer: Viewer, hash: string): FileRow {
  if (existing.ownerId !== viewer.id || existing.hash !== hash) throw conflict('id_in_use');
  return existing;
}
