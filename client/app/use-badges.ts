import { useEffect, useState } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { setTabCount } from '#client/ui/tab-title.ts';
import { waitingIn } from '#server/nav/nav.schema.ts';
import { Badges } from './badges.ts';
import { setIconCount } from './tab-icon.ts';

/** The number in the tab's title and on the icon; nothing is left behind when they sign out. */
export function useBadges(): void {
  const count = waitingIn(trpc.nav.counts.useQuery().data);
  const [badges] = useState(() => new Badges(show));
  useEffect(() => () => badges.close(), [badges]);
  useEffect(() => badges.set(count), [badges, count]);
}

function show(count: number): void {
  setTabCount(count);
  void setIconCount(count);
}
