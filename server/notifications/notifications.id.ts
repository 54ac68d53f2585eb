/** One row per person and cause; the cause comes first, so that it can be joined and sorted by. */
export function noticeRowId(causeId: string, userId: string): string {
  return `${causeId}:${userId}`;
}

export function causeOf(rowId: string): string {
  return rowId.slice(0, rowId.indexOf(':'));
}
