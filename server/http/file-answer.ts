// Sending a file, whole or a part of it, piece by piece. Whoever gets it was asked for their rights just now, so nothing
// is kept without asking again; what did not change is not sent again.
import type { FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isShownType } from '../files/files.schema.ts';
import type { HeaderList } from './answer.ts';
import { type ByteRange, readRange } from './byte-range.ts';

export type SentFile = { name: string; type: string; hash: string; content: FileHandle };

const PIECE_BYTES = 64 * 1024;
/** A reader who takes nothing for so long is gone. */
const SILENCE_MAX_MS = 60_000;

/** Closes the file. */
export async function sendFile(
  req: IncomingMessage,
  res: ServerResponse,
  { file, headers }: { file: SentFile; headers: HeaderList },
): Promise<void> {
  const { content } = file;
  try {
    const etag = `"${file.hash}"`;
    const { size } = await content.stat();
    const common = [...headers, ...headersOf(file), 'etag', etag];
    if (isKnown(req, etag)) {
      res.writeHead(304, common).end();
      return;
    }
    const isSame = req.headers['if-range'] === undefined || req.headers['if-range'] === etag;
    const range = isSame ? readRange(req.headers.range, size) : 'all';
    if (range === 'none') {
      res.writeHead(416, [...common, 'content-range', `bytes */${size}`, 'content-length', '0']);
      res.end();
      return;
    }
    const part = range === 'all' ? { first: 0, last: size - 1 } : range;
    const length = String(part.last - part.first + 1);
    const about = range === 'all' ? [] : ['content-range', rangeText(part, size)];
    res.writeHead(range === 'all' ? 200 : 206, [...common, ...about, 'content-length', length]);
    res.setTimeout(SILENCE_MAX_MS, () => res.destroy());
    if (req.method !== 'HEAD') await sendPart(res, content, part);
    res.end();
  } finally {
    await content.close();
  }
}

function headersOf({ name, type }: SentFile): string[] {
  const isText = type.startsWith('text/');
  return [
    'content-type',
    isText ? `${type}; charset=utf-8` : type,
    'content-disposition',
    disposition(isShownType(type) ? 'inline' : 'attachment', name),
    'cache-control',
    'private, no-cache',
    'accept-ranges',
    'bytes',
  ];
}

/** The plain name is for what is older than RFC 6266. No character of it ends the header or leaves the quotes. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replaceAll(/[^\w .-]/g, '_');
  const escaped = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${escaped}`;
}

function isKnown(req: IncomingMessage, etag: string): boolean {
  const known = req.headers['if-none-match'];
  return (
    known !== undefined && known.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
  );
}

function rangeText({ first, last }: ByteRange, size: number): string {
  return `bytes ${first}-${last}/${size}`;
}

/** One buffer for all of it: what is written has left it before the next piece is read. */
async function sendPart(
  res: ServerResponse,
  content: FileHandle,
  { first, last }: ByteRange,
): Promise<void> {
  const buffer = Buffer.allocUnsafeSlow(Math.min(PIECE_BYTES, last - first + 1));
  for (let at = first; at <= last && !res.destroyed;) {
    const { bytesRead } = await content.read(buffer, 0, Math.min(buffer.length, last - at + 1), at);
    if (bytesRead === 0) throw new Error('a stored file is shorter than it was');
    at += bytesRead;
    await written(res, buffer.subarray(0, bytesRead));
  }
}

/** Also when the reader has gone: there is nobody left to tell. */
function written(res: ServerResponse, piece: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      res.off('close', done);
      resolve();
    };
    res.once('close', done);
    if (!res.destroyed) res.write(piece, done);
    else done();
  });
}
