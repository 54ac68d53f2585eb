// Whether I am left in peace now; it ends by itself, at its moment, on an open page too.
import { useEffect, useReducer } from 'react';
import { now, useMinute } from '#client/ui/clock.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import { isUndisturbed, quietNow } from '#server/notifications/notifications.quiet.policy.ts';
import { useNoticePreferences } from './use-notice-preferences.ts';

/** No timer can be longer; of what is further away, the turn of the minute is exact enough. */
const LONGEST_TIMER_MS = 2_147_483_647;

export function useQuiet() {
  const { preferences, setPreferences } = useNoticePreferences();
  const quietUntil = preferences?.quietUntil ?? null;
  useMinute();
  useTurnAt(quietUntil);
  const at = now();
  const isPaused = preferences !== undefined && isUndisturbed(preferences, at);
  return {
    isQuiet: preferences !== undefined && quietNow(preferences, at),
    /** Null when nothing was said, or it is over. */
    pausedUntil: isPaused ? quietUntil : null,
    pause(until: Date | null) {
      setPreferences({ quietUntil: until }).catch(toastFailed);
    },
  };
}

/** Draws again at that moment. */
function useTurnAt(at: Date | null): void {
  const [, turn] = useReducer((count: number) => count + 1, 0);
  const atMs = at?.getTime();
  useEffect(() => {
    if (atMs === undefined) return;
    const leftMs = atMs - now().getTime();
    if (leftMs <= 0 || leftMs > LONGEST_TIMER_MS) return;
    const timer = setTimeout(turn, leftMs);
    return () => clearTimeout(timer);
  }, [atMs]);
}
