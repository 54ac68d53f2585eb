// Who is writing here, and telling the others that one is. May be lost: nobody waits for it and nobody hears of a failure.
import { useCallback, useEffect, useRef, useState } from 'react';
import { trpc } from '#client/api/trpc.ts';

/** The server forgets it after six seconds. */
const SAY_AGAIN_MS = 3_000;

export function useTypists(roomId: string): readonly string[] {
  const [typing, setTyping] = useState<{ roomId: string; userIds: string[] } | null>(null);
  trpc.chat.onTyping.useSubscription({ roomId }, { onData: setTyping });
  return typing?.roomId === roomId ? typing.userIds : [];
}

export function useTypingSignal(roomId: string) {
  const { client } = trpc.useUtils();
  const saidAtMs = useRef(0);
  const say = useCallback(
    (typing: boolean) => {
      saidAtMs.current = typing ? Date.now() : 0;
      client.chat.setTyping.mutate({ roomId, typing }).catch(() => {});
    },
    [client, roomId],
  );
  const stopped = useCallback(() => {
    if (saidAtMs.current > 0) say(false);
  }, [say]);
  useEffect(() => stopped, [stopped]);
  return {
    typed: (text: string) => {
      if (text.trim() === '') stopped();
      else if (Date.now() - saidAtMs.current > SAY_AGAIN_MS) say(true);
    },
    stopped,
    /** The server knows by itself that what was sent is no longer being written. */
    sent: () => {
      saidAtMs.current = 0;
    },
  };
}
