// Files on the wire: limits, and what a message or a comment shows of one.
import * as z from 'zod/mini';
import { id, text } from '../atoms.schema.ts';

export const FILE_MAX_BYTES = 25 * 1024 * 1024;
const FILE_NAME_MAX = 255;
/** On one message or comment. */
export const FILES_MAX = 10;
export const THUMBNAIL_MAX_BYTES = 200_000;
/** The longer side of a thumbnail, in pixels. */
export const THUMBNAIL_SIDE_MAX = 480;

/** `type` was sniffed from the content. `width` and `height` are a picture's, in pixels, as it is shown. */
export type AttachedFile = {
  id: string;
  name: string;
  bytes: number;
  type: string;
  width: number | null;
  height: number | null;
  hasThumbnail: boolean;
};

/** Files of the sender's own that hang nowhere yet. */
export const fileIds = z._default(
  z.array(id).check(z.maxLength(FILES_MAX, { error: `must be at most ${FILES_MAX} files` })),
  [],
);

export const fileInput = z.object({ id, name: text(FILE_NAME_MAX) });

/** The only types a browser is asked to show by itself. */
const SHOWN_TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export function isShownType(type: string): boolean {
  return SHOWN_TYPES.has(type);
}

/** What the screens show as a picture: of a safe type, and with a size that could be read. */
export function isPicture<F extends Pick<AttachedFile, 'type' | 'width' | 'height'>>(
  file: F,
): file is F & { width: number; height: number } {
  return isShownType(file.type) && file.width !== null && file.height !== null;
}

export function fileAddress(id: string, size?: 'thumbnail'): string {
  return size === undefined ? `/files/${id}` : `/files/${id}?size=${size}`;
}
