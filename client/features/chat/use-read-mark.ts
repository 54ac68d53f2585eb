// Tells the server how far somebody has read: what was on the screen of a window they were looking at, at most once per
// room in half a second.
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { trpc } from '#client/api/trpc.ts';

const AT_MOST_EVERY_MS = 500;

type Reading = {
  /** The newest message that is on the screen. */
  seenNo: number;
  /** What the server knows. */
  readNo: number;
  /** Marked unread from here by oneself. */
  unreadFromNo: number | null;
};

/**
 * For one room as long as it is open. What was marked unread before it was opened is read by seeing it; what is marked
 * unread while it is open stays so until somebody says more or it is opened again.
 */
export function useReadMark(roomId: string, { seenNo, readNo, unreadFromNo }: Reading): void {
  const { client } = trpc.useUtils();
  const isLooking = useIsLooking();
  const [markedFromNo] = useState(unreadFromNo);
  const told = useRef({ no: readNo, atMs: 0, isMarkRead: markedFromNo === null });
  const tell = useEffectEvent(() => {
    told.current = { no: seenNo, atMs: Date.now(), isMarkRead: true };
    client.chat.markRead.mutate({ roomId, no: seenNo }).catch(() => {
      // Said again with the next thing that is seen.
      told.current.no = readNo;
      told.current.isMarkRead = markedFromNo === null;
    });
  });
  useEffect(() => {
    const isNew = seenNo > Math.max(told.current.no, readNo);
    const isMarked = !told.current.isMarkRead && markedFromNo !== null && seenNo >= markedFromNo;
    if (!isLooking || (!isNew && !isMarked)) return;
    const waitMs = told.current.atMs + AT_MOST_EVERY_MS - Date.now();
    const timer = setTimeout(tell, Math.max(waitMs, 0));
    return () => clearTimeout(timer);
  }, [seenNo, readNo, markedFromNo, isLooking]);
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
