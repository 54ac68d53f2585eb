// Short news at the foot of the screen: what was done (with a way back), or what failed and is not beside its cause.
import { useSyncExternalStore } from 'react';
import { errorMessage } from './error-message.ts';

export type Toast = {
  id: number;
  tone: 'done' | 'failed';
  text: string;
  action: { label: string; run: () => void } | null;
};

const MOST_AT_ONCE = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

export function toastDone(text: string, action: Toast['action'] = null): void {
  show({ tone: 'done', text, action });
}

export function toastFailed(error: unknown, action: Toast['action'] = null): void {
  show({ tone: 'failed', text: errorMessage(error), action });
}

/** Of something that was not even tried; `text` says why. */
export function toastRefused(text: string): void {
  show({ tone: 'failed', text, action: null });
}

export function dismissToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}

function show(toast: Omit<Toast, 'id'>): void {
  lastId += 1;
  const others = toasts.filter((other) => other.text !== toast.text);
  change([...others, { ...toast, id: lastId }].slice(-MOST_AT_ONCE));
}

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
