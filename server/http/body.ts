// The body of a request, as text, up to a limit. What comes after the limit is not kept; Node reads it to nowhere.
import type { IncomingMessage } from 'node:http';
import { TRPCError } from '@trpc/server';

export const BODY_MAX_BYTES = 1024 * 1024;

/** Rejects with PAYLOAD_TOO_LARGE, or BAD_REQUEST when the sender goes away in the middle. */
export function readBody(req: IncomingMessage): Promise<string> {
  if (req.destroyed) return Promise.reject(brokenOff());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_MAX_BYTES) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      reject(new TRPCError({ code: 'PAYLOAD_TOO_LARGE' }));
    });
    req.on('end', () => resolve(decode(chunks)));
    req.on('error', () => reject(brokenOff()));
    req.on('close', () => {
      if (!req.complete) reject(brokenOff());
    });
  });
}

function brokenOff(): TRPCError {
  return new TRPCError({ code: 'BAD_REQUEST', message: 'The request broke off.' });
}

function decode(chunks: Buffer[]): string {
  const [first] = chunks;
  if (first === undefined) return '';
  const text = (chunks.length === 1 ? first : Buffer.concat(chunks)).toString('utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
