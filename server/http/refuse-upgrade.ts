import type { Duplex } from 'node:stream';
import type { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { HaruError } from '../errors.ts';
import { errorText, type HeaderList, jsonHeaders } from './answer.ts';
import { STATUS_CODES } from './node-http.ts';

/** A plain HTTP answer to whoever wanted a socket. */
export function refuseUpgrade(
  stream: Duplex,
  why: 404 | 503 | TRPCError,
  security: HeaderList,
): void {
  if (stream.destroyed) return;
  const status = typeof why === 'number' ? why : getHTTPStatusCodeFromError(why);
  const name = STATUS_CODES[status] ?? 'Error';
  const facts =
    why instanceof HaruError ? why.facts : { reason: status >= 500 ? 'unavailable' : 'not_found' };
  const text = errorText(facts.reason, why instanceof HaruError ? why.message : name);
  const wait =
    facts.retryAfterSeconds === undefined ? [] : ['retry-after', String(facts.retryAfterSeconds)];
  const length = ['content-length', String(Buffer.byteLength(text))];
  const head = lines(['connection', 'close', ...jsonHeaders(security), ...wait, ...length]);
  stream.end(`HTTP/1.1 ${status} ${name}\r\n${head}\r\n${text}`);
}

function lines(headers: HeaderList): string {
  return headers.map((part, index) => (index % 2 === 0 ? `${part}: ` : `${part}\r\n`)).join('');
}
