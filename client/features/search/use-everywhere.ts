// The one place where the screens ask everywhere: while somebody types, and for what they opened before.
import { keepPreviousData } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { useLive } from '#client/live/use-live.ts';
import type { Recent } from '#client/ui/recents.ts';
import type { InputOf } from '#client/live/live-types.ts';

/** While somebody types, every letter would ask. */
const SETTLES_AFTER_MS = 80;

type Input = InputOf<'search.all'>;

/** An older answer never takes the place of a newer one: each text has its own, and the last one stays until then. */
export function useEverywhere(text: string, kinds: NonNullable<Input['kinds']>, limit: number) {
  const settled = useSettled(text.trim());
  const input = useMemo((): Input => ({ text: settled, kinds, limit }), [settled, kinds, limit]);
  const isAsked = settled !== '' && kinds.length > 0;
  const query = trpc.search.all.useQuery(input, {
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const found = useLive('search.all', input, query.data);
  const isAhead = settled !== text.trim();
  const isWanted = text.trim() !== '' && kinds.length > 0;
  return {
    found: isWanted ? found : undefined,
    isOnItsWay: isWanted && (isAhead || query.isPending || query.isPlaceholderData),
    error: isAsked ? query.error : null,
    retry: () => void query.refetch(),
  };
}

/** As they are now; what is not theirs to see any more is missing. */
export function useLookUp(recents: readonly Recent[], isActive: boolean) {
  const input = useMemo(
    () => ({
      things: recents.flatMap(({ kind, id }) => (kind === 'room' ? [] : [{ kind, id }])),
    }),
    [recents],
  );
  const query = trpc.search.lookUp.useQuery(input, {
    enabled: isActive && input.things.length > 0,
  });
  return useLive('search.lookUp', input, query.data)?.groups;
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLES_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
