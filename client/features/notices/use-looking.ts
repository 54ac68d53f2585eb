import { useEffect } from 'react';
import { type Looking, LOOKS_EVERY_MS } from './looking.ts';

/** Says that this tab has the focus, and what is open in it. */
export function useLooking(looking: Looking, place: string): void {
  useEffect(() => {
    const say = () => {
      const isLookedAt = document.visibilityState === 'visible' && document.hasFocus();
      looking.at(isLookedAt ? place : null);
    };
    say();
    const timer = setInterval(say, LOOKS_EVERY_MS);
    const leave = () => looking.at(null);
    window.addEventListener('focus', say);
    window.addEventListener('blur', say);
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', say);
    return () => {
      clearInterval(timer);
      leave();
      window.removeEventListener('focus', say);
      window.removeEventListener('blur', say);
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', say);
    };
  }, [looking, place]);
}
