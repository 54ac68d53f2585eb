import { useEffect } from 'react';
import { keepReading } from './kept-reading.ts';
import type { MessageRow } from './message-rows.ts';
import type { LogScroll } from './use-log-scroll.ts';

type Room = { roomId: string; aroundNo: number | null; isPlaced: boolean; isAtEnd: boolean };

/** Remembers where one reads, as soon as the list rests where it begins. */
export function useKeepReading(
  scroll: LogScroll,
  rows: readonly MessageRow[],
  { roomId, aroundNo, isPlaced, isAtEnd }: Room,
): void {
  useEffect(() => {
    if (!isPlaced) return;
    const top = scroll.scrollOffset ?? 0;
    const first = scroll
      .getVirtualItems()
      .find((item) => item.end > top && rows[item.index]?.message);
    const no = first === undefined ? undefined : rows[first.index]?.message?.no;
    if (isAtEnd || first === undefined || no === undefined) return keepReading(roomId, null);
    const measured = scroll.measurementsCache;
    keepReading(roomId, { aroundNo, no, hiddenPx: top - first.start, measured });
  });
}
