import type { ReactNode } from 'react';
import { PeopleContext, PresenceContext } from '#client/ui/people.ts';
import { useDirectory } from './use-directory.ts';
import { usePresenceFeed } from './use-presence-feed.ts';

/** Fills in, for every screen, who works here and who is here now. */
export function PeopleProvider({ children }: { children: ReactNode }) {
  const directory = useDirectory();
  const presence = usePresenceFeed();
  return (
    <PeopleContext value={directory}>
      <PresenceContext value={presence}>{children}</PresenceContext>
    </PeopleContext>
  );
}
