import type { files } from '#db/schema/files.ts';
import type { AttachedFile } from './files.schema.ts';

export type FileRow = typeof files.$inferSelect;

export function toAttachedFile(row: FileRow): AttachedFile {
  const { id, name, sizeBytes, type, width, height, thumbnailHash } = row;
  return {
    id,
    name,
    bytes: sizeBytes,
    type,
    width,
    height,
    hasThumbnail: thumbnailHash !== null,
  };
}
