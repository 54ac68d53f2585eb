// How large a picture is, from its headers alone: the screens keep its place before it is there. What lies about itself
// costs a few small reads and comes out as null.
import type { FileHandle } from 'node:fs/promises';

export type PictureSize = { width: number; height: number };

/** More than any camera makes; unpacked it would fill somebody's memory. */
const PIXELS_MAX = 120_000_000;
const SIDE_MAX = 32_767;
const HEAD_BYTES = 32;
/** A photo has some ten of them. */
const JPEG_SEGMENTS_MAX = 300;
const EXIF_MAX_BYTES = 64 * 1024;

/** As it is shown (a photo may say that it lies on its side). Null: no picture of a type browsers show, or too large. */
export async function pictureSize(file: FileHandle, type: string): Promise<PictureSize | null> {
  const size = await read(file, type);
  if (size === null) return null;
  const { width, height } = size;
  const isThere = width > 0 && height > 0;
  const isShowable = width <= SIDE_MAX && height <= SIDE_MAX && width * height <= PIXELS_MAX;
  return isThere && isShowable ? size : null;
}

async function read(file: FileHandle, type: string): Promise<PictureSize | null> {
  if (type === 'image/jpeg') return await jpegSize(file);
  const head = Buffer.alloc(HEAD_BYTES); // zeros where the file ends before
  await file.read(head, 0, HEAD_BYTES, 0);
  switch (type) {
    case 'image/png':
      return ascii(head, 12, 4) === 'IHDR'
        ? { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
        : null;
    case 'image/gif':
      return { width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
    case 'image/webp':
      return webpSize(head);
    default:
      return null;
  }
}

function webpSize(head: Buffer): PictureSize | null {
  switch (ascii(head, 12, 4)) {
    case 'VP8X':
      return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
    case 'VP8 ':
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return null;
  }
}

const START_OF_FRAME = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
]);
const APP1 = 0xe1;
const START_OF_SCAN = 0xda;

async function jpegSize(file: FileHandle): Promise<PictureSize | null> {
  let at = 2;
  let isTurned = false;
  for (let count = 0; count < JPEG_SEGMENTS_MAX; count += 1) {
    const segment = await bytesAt(file, at, 9);
    if (segment.length < 9 || segment[0] !== 0xff) return null;
    const marker = segment[1] ?? 0;
    const length = segment.readUInt16BE(2);
    if (marker === 0xff) at += 1; // a fill byte
    else if (START_OF_FRAME.has(marker)) {
      const [height, width] = [segment.readUInt16BE(5), segment.readUInt16BE(7)];
      return isTurned ? { width: height, height: width } : { width, height };
    } else if (marker === START_OF_SCAN || length < 2) return null;
    else {
      if (marker === APP1) isTurned ||= liesOnSide(await bytesAt(file, at + 4, length - 2));
      at += 2 + length;
    }
  }
  return null;
}

const ORIENTATION = 0x0112;
const ENTRY_BYTES = 12;

/** Orientations 5 to 8 turn it by a quarter. */
function liesOnSide(app1: Buffer): boolean {
  if (ascii(app1, 0, 6) !== 'Exif\0\0' || app1.length < 16) return false;
  const exif = app1.subarray(6, EXIF_MAX_BYTES);
  const isLittle = ascii(exif, 0, 2) === 'II';
  const int16 = (at: number) => (isLittle ? exif.readUInt16LE(at) : exif.readUInt16BE(at));
  const first = isLittle ? exif.readUInt32LE(4) : exif.readUInt32BE(4);
  if (first + 2 > exif.length) return false;
  for (let left = int16(first), at = first + 2; left > 0; left -= 1, at += ENTRY_BYTES) {
    if (at + ENTRY_BYTES > exif.length) return false;
    if (int16(at) === ORIENTATION) return int16(at + 8) >= 5 && int16(at + 8) <= 8;
  }
  return false;
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  return bytes.subarray(0, bytesRead);
}

function ascii(bytes: Buffer, at: number, length: number): string {
  return bytes.toString('latin1', at, at + length);
}
