/** Null where the browser keeps nothing. */
export function openStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null; // closed in some private windows
  }
}
