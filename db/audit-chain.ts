// Each audit row's hash covers the hash of the row before it and its own exact text, so that a changed, removed or
// inserted row breaks every later one. PostgreSQL computes the same in its append function.
import { hash as digest } from 'node:crypto';

/** What the first row's `prevHash` is. */
export const CHAIN_START = '';

export function chainHash(prevHash: string, line: string): string {
  return digest('sha256', `${prevHash}\n${line}`, 'hex');
}
