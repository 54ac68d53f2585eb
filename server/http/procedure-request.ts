// What a request to /trpc asks for, read from its address as tRPC's own adapter does: procedures' paths, one or a batch,
// and for GET the input.
import { TRPCError } from '@trpc/server';
import { badRequest } from '../errors.ts';

export type CallTarget = { paths: string[]; isBatch: boolean; input: string | null };

/** More than any screen asks for at once. */
const BATCH_MAX = 50;
const PLAIN = /^[\w.,-]*$/;

/** `url` starts with `prefix`. Throws BAD_REQUEST when it cannot be read. */
export function readTarget(url: string, prefix: string): CallTarget {
  const hash = url.indexOf('#');
  const address = hash === -1 ? url : url.slice(0, hash);
  const mark = address.indexOf('?');
  const path = mark === -1 ? address.slice(prefix.length) : address.slice(prefix.length, mark);
  const query = mark === -1 ? '' : address.slice(mark + 1);

  const name = PLAIN.test(path) ? path : decodePath(address, prefix);
  const isBatch = readParameter(query, 'batch') === '1';
  const paths = isBatch ? name.split(',') : [name];
  if (paths.length > BATCH_MAX) {
    throw new TRPCError({ code: 'BAD_REQUEST', message: 'Batch call exceeds maximum size' });
  }
  return { paths, isBatch, input: readParameter(query, 'input') };
}

function decodePath(address: string, prefix: string): string {
  try {
    return decodeURIComponent(new URL(address, 'http://localhost').pathname.slice(prefix.length));
  } catch {
    throw badRequest('malformed_address');
  }
}

/** The first value of a parameter, as URLSearchParams would give it, without parsing the others. */
function readParameter(query: string, name: string): string | null {
  if (query === '') return null;
  for (const part of query.split('&')) {
    const equals = part.indexOf('=');
    const key = equals === -1 ? part : part.slice(0, equals);
    if (key.includes('%') || key.includes('+')) return new URLSearchParams(query).get(name);
    if (key === name) return equals === -1 ? '' : decodeValue(part.slice(equals + 1));
  }
  return null;
}

function decodeValue(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return new URLSearchParams(`value=${text}`).get('value') ?? '';
  }
}
