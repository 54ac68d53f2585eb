// Where somebody stopped reading in each room, unless it was at its end: coming back shows it as it was left. Lasts as
// long as the tab's page.
import type { VirtualItem } from '@tanstack/react-virtual';

export type Reading = {
  /** What was loaded: the pages around this message; null = those at the end. */
  aroundNo: number | null;
  /** The message at the upper edge, and how far of it was above. */
  no: number;
  hiddenPx: number;
  /** How high the rows were, so that the place is right before they are drawn. */
  measured: VirtualItem[];
};

const readings = new Map<string, Reading>();

export function keptReading(roomId: string): Reading | null {
  return readings.get(roomId) ?? null;
}

/** Null: at the end, where the talk is followed. */
export function keepReading(roomId: string, reading: Reading | null): void {
  if (reading === null) readings.delete(roomId);
  else readings.set(roomId, reading);
}
