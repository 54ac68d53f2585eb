import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Uploads } from './uploads.ts';

export type Failed = { error: unknown; retry: () => void };

/**
 * Hangs files up as soon as they have arrived. Uploads go on while other screens are shown, so what has arrived already
 * is hung up too. What could not be hung up waits for `retry`.
 */
export function useArrivedFiles(
  uploadsOf: Uploads,
  attach: (fileIds: string[]) => Promise<unknown>,
): Failed | null {
  const isSending = useRef(false);
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  async function hangUp() {
    const fileIds = uploadsOf.list.flatMap(({ stored }) => stored?.id ?? []);
    if (fileIds.length === 0) return setFailure(null);
    if (isSending.current) return;
    isSending.current = true;
    try {
      await attach(fileIds);
      setFailure(null);
      isSending.current = false;
      for (const id of fileIds) uploadsOf.remove(id);
    } catch (error) {
      isSending.current = false;
      setFailure({ error });
    }
  }
  const onChange = useEffectEvent(() => {
    const isOver = uploadsOf.list.every(({ stored }) => stored === null);
    if (failure === null || isOver) void hangUp();
  });
  useEffect(() => {
    const look = () => onChange();
    queueMicrotask(look);
    const leave = uploadsOf.subscribe(look);
    return () => {
      leave();
    };
  }, [uploadsOf]);
  return failure === null ? null : { ...failure, retry: () => void hangUp() };
}
