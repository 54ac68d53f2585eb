import { createHash } from 'node:crypto';

/** One row per person and cause; the cause comes first, so that it can be joined and sorted by. */
export function noticeRowId(causeId: string, userId: string): string {
  return `${causeId}:${userId}`;
}

export function causeOf(rowId: string): string {
  return rowId.slice(0, rowId.indexOf(':'));
}

/** The id of a cause that has none of its own: the same for the same parts, in every process. */
export function causeIdOf(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join(':')).digest('hex');
  // Version 8 of UUIDs is for whatever one makes up oneself.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
