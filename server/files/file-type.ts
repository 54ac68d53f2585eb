// What a file is, by how it begins: neither its name nor what its sender said of it counts. What is not in this table is
// text or bytes, and nothing that a browser would run is in it (SVG and HTML are text).
import type { FileHandle } from 'node:fs/promises';

/** `at`: where the bytes stand; `x` stands for any byte. */
type Magic = { type: string; at?: number; hex: string };

const MAGICS: Magic[] = [
  { type: 'image/png', hex: '89504e470d0a1a0a' },
  { type: 'image/jpeg', hex: 'ffd8ff' },
  { type: 'image/gif', hex: '474946383761' },
  { type: 'image/gif', hex: '474946383961' },
  { type: 'image/webp', hex: '52494646xxxxxxxx57454250' },
  { type: 'image/avif', at: 4, hex: '6674797061766966' },
  { type: 'image/heic', at: 4, hex: '6674797068656963' },
  { type: 'image/heic', at: 4, hex: '667479706d696631' },
  { type: 'image/bmp', hex: '424dxxxxxxxx00000000' },
  { type: 'image/tiff', hex: '49492a00' },
  { type: 'image/tiff', hex: '4d4d002a' },
  { type: 'image/vnd.adobe.photoshop', hex: '38425053' },
  { type: 'application/pdf', hex: '255044462d' },
  { type: 'application/x-ole-storage', hex: 'd0cf11e0a1b11ae1' },
  { type: 'application/zip', hex: '504b0304' },
  { type: 'application/zip', hex: '504b0506' },
  { type: 'application/gzip', hex: '1f8b08' },
  { type: 'application/x-7z-compressed', hex: '377abcaf271c' },
  { type: 'application/vnd.rar', hex: '526172211a07' },
  { type: 'video/quicktime', at: 4, hex: '6674797071742020' },
  { type: 'audio/mp4', at: 4, hex: '667479704d344120' },
  { type: 'video/mp4', at: 4, hex: '66747970' },
  { type: 'video/webm', hex: '1a45dfa3' },
  { type: 'video/x-msvideo', hex: '52494646xxxxxxxx41564920' },
  { type: 'audio/wav', hex: '52494646xxxxxxxx57415645' },
  { type: 'audio/mpeg', hex: '494433' },
  { type: 'audio/mpeg', hex: 'fffb' },
  { type: 'audio/ogg', hex: '4f676753' },
  { type: 'audio/flac', hex: '664c6143' },
];

const TEXT = 'text/plain';
const BYTES = 'application/octet-stream';
const HEAD_BYTES = 32;

export async function typeOf(file: FileHandle, isText: boolean): Promise<string> {
  const head = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
  const hex = head.toString('hex', 0, bytesRead);
  const found = MAGICS.find((magic) => fits(hex, magic));
  if (found !== undefined) return found.type;
  return isText && bytesRead > 0 ? TEXT : BYTES;
}

function fits(head: string, { at = 0, hex }: Magic): boolean {
  return new RegExp(`^${hex.replaceAll('x', '.')}`).test(head.slice(at * 2));
}
