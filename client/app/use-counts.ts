// The numbers on the badges: asked for once, then sent by the server whenever they change.
import { trpc } from '#client/api/trpc.ts';

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

/** Keeps them current; once, in the shell. */
export function useCountsFeed(): void {
  const counts = trpc.useUtils().nav.counts;
  trpc.nav.onCounts.useSubscription(undefined, {
    onData: (next) =>
      counts.setData(undefined, (before) => (isNewer(next, before) ? next : before)),
  });
}

function isNewer(next: { asOf: string }, before: { asOf: string } | undefined): boolean {
  return before === undefined || seqOf(next.asOf) >= seqOf(before.asOf);
}

function seqOf(asOf: string): number {
  return Number(asOf.slice(asOf.lastIndexOf(':') + 1));
}
