// The numbers on the badges: asked for once, then sent by the server whenever they change.
import { useQueryClient } from '@tanstack/react-query';
import { getQueryKey } from '@trpc/react-query';
import { useState } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { newestCounts } from './newest-counts.ts';

export type Counted = 'tasks' | 'reminders' | 'promotions' | 'notifications' | 'chat';

const NOTHING: Record<Counted, number> = {
  tasks: 0,
  reminders: 0,
  promotions: 0,
  notifications: 0,
  chat: 0,
};

export function useCounts(): Record<Counted, number> {
  return trpc.nav.counts.useQuery().data ?? NOTHING;
}

/** Of two answers the newer one counts, however late it arrives; once, before anybody asks for them. */
export function useNewestCounts(): void {
  const queries = useQueryClient();
  useState(() =>
    queries.setQueryDefaults(getQueryKey(trpc.nav.counts), { structuralSharing: newestCounts }),
  );
}

/** Keeps them current; once, in the shell. */
export function useCountsFeed(): void {
  const counts = trpc.useUtils().nav.counts;
  trpc.nav.onCounts.useSubscription(undefined, {
    onData: (next) => counts.setData(undefined, (before) => newestCounts(before, next)),
  });
}
