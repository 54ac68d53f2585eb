// How the server is, live: asked once, then told as long as the page is open. What was told is remembered by the tab,
// so that the lines go on when somebody comes back.
import { useState } from 'react';
import { trpc } from '#client/api/trpc.ts';
import type { Health, HealthId, HealthNews } from '#server/admin/health.schema.ts';

const KEPT = 120;

let remembered: readonly Health[] = [];

export function useHealth() {
  const utils = trpc.useUtils();
  const query = trpc.admin.health.useQuery();
  const caches = trpc.admin.cacheStats.useQuery();
  const [history, setHistory] = useState(remembered);
  trpc.admin.onHealth.useSubscription(undefined, {
    onData({ caches: items, ...health }: HealthNews) {
      remembered = [...remembered, health].slice(-KEPT);
      setHistory(remembered);
      utils.admin.health.setData(undefined, (known) => known && { ...known, ...health });
      utils.admin.cacheStats.setData(undefined, (known) => known && { ...known, items });
    },
  });
  return {
    query,
    health: query.data,
    caches,
    /** Oldest first. */
    valuesOf: (id: HealthId): number[] =>
      history.flatMap(({ items }) => items.find((item) => item.id === id)?.value ?? []),
  };
}
