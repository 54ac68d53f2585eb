// Tells this process that events were committed. A listener that throws is the listener's trouble, never the write's.

export type CommitListeners = {
  add: (listener: (head: number) => void) => () => void;
  tell: (head: number) => void;
};

export function commitListeners(): CommitListeners {
  const listeners = new Set<(head: number) => void>();
  return {
    add(listener) {
      const own = (head: number) => listener(head);
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
    tell(head) {
      for (const listener of listeners) {
        try {
          listener(head);
        } catch (error) {
          process.emitWarning(error instanceof Error ? error : String(error));
        }
      }
    },
  };
}
