import {
  type AttachedFile,
  isPicture,
  THUMBNAIL_MAX_BYTES,
  THUMBNAIL_SIDE_MAX,
} from '#server/files/files.schema.ts';

/** Smaller than this it is quick enough as it is. */
const WORTH_IT_BYTES = 60_000;
const QUALITIES = [0.8, 0.6, 0.4];
/** Safari cannot write the first, and hands out something else. */
const TYPES = ['image/webp', 'image/jpeg'];

/** A small copy, drawn here; null for what is no picture, is small already, or moves. */
export async function drawThumbnail(file: Blob, stored: AttachedFile): Promise<Blob | null> {
  if (!isPicture(stored) || stored.type === 'image/gif' || file.size < WORTH_IT_BYTES) return null;
  const address = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    return await smallCopy(picture);
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function smallCopy(picture: HTMLImageElement): Promise<Blob | null> {
  const { naturalWidth, naturalHeight } = picture;
  const scale = Math.min(1, THUMBNAIL_SIDE_MAX / Math.max(naturalWidth, naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(naturalHeight * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  for (const type of TYPES) {
    for (const quality of QUALITIES) {
      const blob = await encoded(canvas, type, quality);
      if (blob !== null && blob.type === type && blob.size <= THUMBNAIL_MAX_BYTES) return blob;
    }
  }
  return null;
}

function encoded(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality));
}
