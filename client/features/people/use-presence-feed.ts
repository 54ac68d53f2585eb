import { useState, useSyncExternalStore } from 'react';
import { trpc } from '#client/api/trpc.ts';
import type { PresenceState, PresenceUpdate } from '#server/presence/presence.schema.ts';

/** Who is here, as the server says it; and tells the server whether somebody is looking at this tab. */
export function usePresenceFeed(): ReadonlyMap<string, PresenceState> {
  const [states, setStates] = useState<ReadonlyMap<string, PresenceState>>(new Map());
  const active = useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible');
  trpc.people.onPresence.useSubscription(
    { active },
    { onData: (update) => setStates((before) => withUpdate(before, update)) },
  );
  return states;
}

function withUpdate(before: ReadonlyMap<string, PresenceState>, update: PresenceUpdate) {
  const next = new Map(update.isWhole ? [] : before);
  for (const [personId, state] of Object.entries(update.states)) {
    if (state === 'offline') next.delete(personId);
    else next.set(personId, state);
  }
  return next;
}

function onVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}
