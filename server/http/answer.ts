// Writing an answer in one go. Headers are flat lists of names and values, made once where they can be.
import type { ServerResponse } from 'node:http';

export type HeaderList = readonly string[];

export type TextAnswer = { status: number; text: string; headers: HeaderList };

export function sendText(res: ServerResponse, answer: TextAnswer): void {
  if (res.headersSent || res.destroyed) return;
  const bytes = Buffer.from(answer.text);
  res.writeHead(answer.status, [...answer.headers, 'content-length', String(bytes.length)]);
  res.end(bytes);
}

const JSON_HEADERS = ['content-type', 'application/json', 'cache-control', 'no-store'] as const;

export function jsonHeaders(security: HeaderList): HeaderList {
  return [...security, ...JSON_HEADERS];
}

/** An error outside of procedures: the same words for people and for scripts. */
export function errorText(reason: string, message: string): string {
  return JSON.stringify({ error: { message, reason } });
}
