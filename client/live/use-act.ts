import { useCallback } from 'react';
import { newId } from '../api/new-id.ts';
import type { Provisional } from './pending-acts.ts';
import { seqOf } from './position.ts';
import { useLiveStore } from './use-live.ts';

/** After this an act whose event did not come back is shown as the server's own answers say. */
const FORGET_AFTER_MS = 2_000;

export type Act<R> = {
  /** What others will most likely hear of it. */
  provisional: readonly Provisional[];
  send: (mutationId: string) => Promise<R>;
};

/** Does something at once on this screen, and on the server; rejects, with the screen as before, if it is refused. */
export function useAct(): <R extends { asOf: string }>(act: Act<R>) => Promise<R> {
  const store = useLiveStore();
  return useCallback(
    async ({ provisional, send }) => {
      const mutationId = newId();
      store.acts.add(mutationId, provisional, { actorId: store.viewerId, at: store.now() });
      try {
        const result = await send(mutationId);
        store.acts.settle(mutationId, seqOf(result.asOf), store.cursor);
        setTimeout(() => store.acts.forget(mutationId), FORGET_AFTER_MS);
        return result;
      } catch (error) {
        store.acts.forget(mutationId);
        throw error;
      }
    },
    [store],
  );
}
