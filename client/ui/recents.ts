// What this person opened last in this browser, by what it is only: names are looked up afresh, so that nothing shows
// here that is not theirs to see any more. Signing out forgets it.
const PREFIX = 'haru.recent.';
const KEPT_MAX = 8;

const KINDS = ['task', 'room', 'promotion', 'reminder'] as const;

export type Recent = { kind: (typeof KINDS)[number]; id: string };

/** The last one first. */
export function readRecents(viewerId: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + viewerId) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, KEPT_MAX) : [];
  } catch {
    return []; // storage is closed in some private windows, or holds something else
  }
}

export function rememberRecent(viewerId: string, recent: Recent): void {
  const others = readRecents(viewerId).filter(
    ({ kind, id }) => kind !== recent.kind || id !== recent.id,
  );
  try {
    const kept = [recent, ...others].slice(0, KEPT_MAX);
    localStorage.setItem(PREFIX + viewerId, JSON.stringify(kept));
  } catch {
    return; // then nothing is remembered
  }
}

export function forgetRecents(): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    return; // then there is nothing to forget
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('id' in value))
    return false;
  const { kind, id } = value;
  return KINDS.some((known) => known === kind) && typeof id === 'string' && UUID.test(id);
}
