import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { HaruError } from '../errors.ts';
import { errorText } from './answer.ts';

/** A plain HTTP answer to whoever wanted a socket. */
export function refuseUpgrade(stream: Duplex, why: 404 | 503 | TRPCError): void {
  if (stream.destroyed) return;
  const status = typeof why === 'number' ? why : getHTTPStatusCodeFromError(why);
  const name = STATUS_CODES[status] ?? 'Error';
  const facts =
    why instanceof HaruError ? why.facts : { reason: status >= 500 ? 'unavailable' : 'not_found' };
  const text = errorText(facts.reason, why instanceof HaruError ? why.message : name);
  const wait =
    facts.retryAfterSeconds === undefined ? '' : `retry-after: ${facts.retryAfterSeconds}\r\n`;
  stream.end(
    `HTTP/1.1 ${status} ${name}\r\nconnection: close\r\ncontent-type: application/json\r\n` +
      `x-content-type-options: nosniff\r\n${wait}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
}
