import type { KeyboardEvent } from 'react';

/** For the element around a message: Enter and the menu key open its menu. */
export function openMenuByKey(event: KeyboardEvent<HTMLElement>): void {
  const isMeant =
    event.target === event.currentTarget &&
    (event.key === 'Enter' ||
      event.key === 'ContextMenu' ||
      (event.shiftKey && event.key === 'F10'));
  if (!isMeant || event.nativeEvent.isComposing) return;
  if (openMessageMenu(event.currentTarget)) event.preventDefault();
}

/** False for a message without one. */
export function openMessageMenu(around: Element | null): boolean {
  const button = around?.querySelector<HTMLElement>('[data-message-menu]') ?? null;
  button?.click();
  return button !== null;
}
