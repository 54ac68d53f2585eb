import type { FileHandle } from 'node:fs/promises';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { typeOf } from './file-type.ts';
import { getVisibleFile } from './files.visible.ts';

export type OpenFile = { name: string; type: string; hash: string; content: FileHandle };

/** The caller closes `content`. As a thumbnail: the small copy if there is one, else the picture itself. */
export async function openFile(
  { db, files: store, log }: Deps,
  viewer: Viewer,
  { id, isThumbnail }: { id: string; isThumbnail: boolean },
): Promise<OpenFile> {
  const row = await db.read((tx) => getVisibleFile(tx, viewer, id));
  const small = isThumbnail ? row.thumbnailHash : null;
  const { name, hash } = row;
  try {
    const content = await store.open(small ?? hash);
    if (small === null) return { name, hash, type: row.type, content };
    return { name, hash: small, type: await typeOf(content, false), content };
  } catch (error) {
    log.error({ err: error, id }, 'A file cannot be read.');
    throw notFound('file');
  }
}
