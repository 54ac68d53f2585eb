// Messages by keyboard: the log is one stop of the Tab key; within it the arrows go from message to message.
import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import type { MessageRow } from './message-rows.ts';
import type { LogScroll } from './use-log-scroll.ts';
import type { Target } from './use-place.ts';

const PAGE_ROWS = 10;

/** `activeAt`: the row the arrows are at; null while the keyboard is elsewhere. */
export function useMessageKeys(rows: readonly MessageRow[]) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const found = activeId === null ? -1 : rows.findIndex((row) => row.id === activeId);
  return { activeAt: found === -1 ? null : found, setActiveId };
}

type Keys = ReturnType<typeof useMessageKeys> & { scroll: LogScroll };

/** What the log's element listens to. A key that a message itself has used goes no further. */
export function useArrows(rows: readonly MessageRow[], { activeAt, setActiveId, scroll }: Keys) {
  const active = activeAt === null ? null : (rows[activeAt]?.id ?? null);
  useLayoutEffect(() => {
    if (active === null) return;
    const row = scroll.scrollElement?.querySelector<HTMLElement>(`[data-message="${active}"]`);
    if (row !== null && row !== undefined && !row.contains(document.activeElement))
      row.focus({ preventScroll: true });
  }, [active, scroll]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const isHere =
      event.target instanceof HTMLElement &&
      (event.target === event.currentTarget || event.target.dataset['message'] !== undefined);
    if (!isHere) return;
    const next = rowAfter(event.key, activeAt, rows.length - 1);
    const row = next === null ? undefined : rows[next];
    if (next === null || row === undefined) return;
    event.preventDefault();
    setActiveId(row.id);
    scroll.scrollToIndex(next, { align: 'auto' });
  }
  return { onKeyDown };
}

/** Where a notice led is where the keyboard goes on. */
export function useFocusTarget(
  rows: readonly MessageRow[],
  target: Target | null,
  setActiveId: (id: string) => void,
): void {
  const focus = useEffectEvent((no: number) => {
    const row = rows.find(({ message }) => message?.no === no);
    if (row !== undefined) setActiveId(row.id);
  });
  useEffect(() => {
    if (target?.takesFocus === true) focus(target.no);
  }, [target]);
}

/** From the log itself the arrows begin at the newest message. */
function rowAfter(key: string, at: number | null, last: number): number | null {
  const from = at ?? last + 1;
  switch (key) {
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'ArrowDown':
      return Math.min(from + 1, last);
    case 'PageUp':
      return Math.max(from - PAGE_ROWS, 0);
    case 'PageDown':
      return Math.min(from + PAGE_ROWS, last);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
