import { useSyncExternalStore } from 'react';

export type Question = {
  title: string;
  text?: string;
  /** The verb on the button: 삭제. */
  action: string;
  isDangerous?: boolean;
};
type Open = { question: Question; answer: (isYes: boolean) => void };

let open: Open | null = null;
const listeners = new Set<() => void>();

/** Only for what cannot be undone; for the rest do it and offer the way back in a toast. */
export function confirm(question: Question): Promise<boolean> {
  open?.answer(false);
  return new Promise((resolve) => {
    change({
      question,
      answer: (isYes) => {
        change(null);
        resolve(isYes);
      },
    });
  });
}

/** The question that is being asked; for the shell. */
export function useQuestion(): Open | null {
  return useSyncExternalStore(subscribe, () => open);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: Open | null): void {
  open = next;
  for (const listener of listeners) listener();
}
