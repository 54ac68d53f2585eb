// What everything below the sign-in gate stands on: who is looking, the live connection, the directory.
import type { ReactNode } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { useOutboxSending } from '#client/features/chat/use-outbox.ts';
import { PeopleProvider } from '#client/features/people/people-provider.tsx';
import { LiveProvider } from '#client/live/live-provider.tsx';
import { useLive } from '#client/live/use-live.ts';
import { correctClock, now } from '#client/ui/clock.ts';
import { ViewerContext } from '#client/ui/viewer.ts';
import type { EndReason } from '#server/auth/auth.schema.ts';
import type { Me } from '#server/people/people.schema.ts';
import { liveHandlers } from './live-handlers.ts';
import { useBadges } from './use-badges.ts';
import { useCountsFeed, useNewestCounts } from './use-counts.ts';
import { usePreferences } from './use-preferences.ts';
import { useSecondTry } from './use-second-try.ts';

type Props = { viewer: Me; onEnded: (reason: EndReason) => void; children: ReactNode };

export function SignedIn({ viewer, onEnded, children }: Props) {
  useNewestCounts();
  return (
    <LiveProvider
      handlers={liveHandlers}
      viewer={viewer}
      now={now}
      onServerTime={correctClock}
      onEnded={(reason) => onEnded(reason as EndReason)}
    >
      <Desk viewer={viewer}>{children}</Desk>
    </LiveProvider>
  );
}

function Desk({ viewer, children }: { viewer: Me; children: ReactNode }) {
  const me = useLive('auth.me', undefined, trpc.auth.me.useQuery().data)?.viewer ?? viewer;
  usePreferences(me);
  useCountsFeed();
  useBadges();
  useSecondTry();
  useOutboxSending(viewer.id);
  return (
    <ViewerContext value={me}>
      <PeopleProvider>{children}</PeopleProvider>
    </ViewerContext>
  );
}
