import { randomUUID } from 'node:crypto';

/** An id for what the server itself makes; callers make their own for what they create. */
export function newId(): string {
  return randomUUID();
}
