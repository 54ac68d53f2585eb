import { randomBytes } from 'node:crypto';

/** Names one life of a database: positions of another epoch mean nothing in it. */
export function newEpoch(): string {
  return randomBytes(6).toString('hex');
}
