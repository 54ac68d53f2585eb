import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import type { AnswerOf, InputOf, LivePath } from './live-types.ts';
import type { LiveStore } from './live-store.ts';
import { withCursor } from './query-answers.ts';

/** `answer` with what this person just did and the server has not yet said back. */
export function useLive<P extends LivePath>(
  path: P,
  input: InputOf<P>,
  answer: AnswerOf<P> | undefined,
): AnswerOf<P> | undefined {
  const { store, events } = usePending();
  return useMemo(
    () =>
      answer === undefined || events.length === 0
        ? answer
        : store.withPendingActs(path, input, answer),
    [store, events, path, input, answer],
  );
}

type Pages<A> = { pages: A[]; pageParams: unknown[] };

/** The same for an endless list: each page is the answer for its own stretch. */
export function useLivePages<P extends LivePath>(
  path: P,
  input: InputOf<P>,
  data: Pages<AnswerOf<P>> | undefined,
): AnswerOf<P>[] | undefined {
  const { store, events } = usePending();
  return useMemo(() => {
    if (data === undefined || events.length === 0) return data?.pages;
    return data.pages.map((page, at) =>
      store.withPendingActs(path, withCursor(input, data.pageParams[at]), page),
    );
  }, [store, events, path, input, data]);
}

/** What this person did and the server has not yet said back; drawn again when it changes. */
export function usePending() {
  const store = useLiveStore();
  const events = useSyncExternalStore(store.acts.subscribe, () => store.acts.events);
  return { store, events };
}

export const LiveStoreContext = createContext<LiveStore | null>(null);

export function useLiveStore(): LiveStore {
  const store = use(LiveStoreContext);
  if (store === null) throw new Error('useLiveStore is used outside LiveProvider.');
  return store;
}
