import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useConnection } from '#client/live/live-provider.tsx';

/** What failed while the server was away is asked for again once it is back. */
export function useSecondTry(): void {
  const queryClient = useQueryClient();
  const isLive = useConnection() === 'live';
  useEffect(() => {
    if (!isLive) return;
    void queryClient.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
  }, [isLive, queryClient]);
}
