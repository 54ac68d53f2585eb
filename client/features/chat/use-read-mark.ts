// Tells the server how far somebody has read: what was on the screen of a window they were looking at, at most once per
// room in half a second.
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import { trpc } from '#client/api/trpc.ts';

const AT_MOST_EVERY_MS = 500;

/** `seenNo`: the newest message that is on the screen; `readNo`: what the server knows. */
export function useReadMark(roomId: string, seenNo: number, readNo: number): void {
  const { client } = trpc.useUtils();
  const isLooking = useIsLooking();
  const told = useRef({ roomId, no: readNo, atMs: 0 });
  const tell = useEffectEvent(() => {
    told.current = { roomId, no: seenNo, atMs: Date.now() };
    client.chat.markRead.mutate({ roomId, no: seenNo }).catch(() => {
      told.current.no = readNo; // said again with the next thing that is seen
    });
  });
  useEffect(() => {
    if (told.current.roomId !== roomId) told.current = { roomId, no: readNo, atMs: 0 };
    if (!isLooking || seenNo <= Math.max(told.current.no, readNo)) return;
    const waitMs = told.current.atMs + AT_MOST_EVERY_MS - Date.now();
    const timer = setTimeout(tell, Math.max(waitMs, 0));
    return () => clearTimeout(timer);
  }, [roomId, seenNo, readNo, isLooking]);
}

/** The window is in front and this page is the one in it. */
export function useIsLooking(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => document.visibilityState === 'visible' && document.hasFocus(),
  );
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  window.addEventListener('focus', listener);
  window.addEventListener('blur', listener);
  return () => {
    document.removeEventListener('visibilitychange', listener);
    window.removeEventListener('focus', listener);
    window.removeEventListener('blur', listener);
  };
}
