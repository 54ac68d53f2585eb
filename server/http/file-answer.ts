// Sending a file, whole or a part of it, piece by piece. Whoever gets it was asked for their rights just now, so nothing
// is kept without asking again; what did not change is not sent again.
import type { FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isShownType } from '../files/files.schema.ts';
import type { HeaderList } from './answer.ts';
import { type ByteRange, readRange } from './byte-range.ts';

export type SentFile = { name: string; type: string; hash: string; content: FileHandle };

const PIECE_BYTES = 64 * 1024;

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
    if (req.method === 'HEAD' || size === 0) res.end();
    else await pipeline(pieces(content, part), res).catch(ignoreGoneReader);
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

/** In order, each read when there is room for it. */
async function* pieces(content: FileHandle, { first, last }: ByteRange): AsyncGenerator<Buffer> {
  for (let at = first; at <= last;) {
    const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, last - at + 1));
    const { bytesRead } = await content.read(piece, 0, piece.length, at);
    if (bytesRead === 0) throw new Error('a stored file is shorter than it was');
    at += bytesRead;
    yield piece.subarray(0, bytesRead);
  }
}

function ignoreGoneReader(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code !== 'ERR_STREAM_PREMATURE_CLOSE' && code !== 'ECONNRESET' && code !== 'EPIPE')
    throw error;
}
