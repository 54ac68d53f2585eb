// Where in the room one reads: where it was left, at its end, where reading stopped, or at the message that somebody
// jumped to.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { HERE, useArrivalName } from '#client/ui/use-arrival.ts';
import { keptReading } from './kept-reading.ts';

/** So long the message that was jumped to stands out. */
const SHOWN_MS = 5_000;

/** A message to show, with the focus if a notice led there; another object each time, so that the same one can be jumped to again. */
export type Target = { no: number; takesFocus?: boolean };

/** `readOnFrom`: where reading goes on when nothing else is asked for and it was not left elsewhere; null = at the end. */
export function usePlace(roomId: string, readOnFrom: number | null) {
  const { no } = useSearch({ from: '/chat/$roomId' });
  const navigate = useNavigate();
  const [left, setLeft] = useState(no === undefined ? keptReading(roomId) : null);
  const [aroundNo, setAroundNo] = useState(left === null ? (no ?? readOnFrom) : left.aroundNo);
  const takesFocus = useArrivalName() === HERE;
  const [target, setTarget] = useState<Target | null>(no === undefined ? null : { no, takesFocus });

  /** `isLoaded`: it stands in what is loaded, which then stays. */
  const jumpTo = useCallback((toNo: number, isLoaded: boolean) => {
    setLeft(null);
    if (!isLoaded) setAroundNo(toNo);
    setTarget({ no: toNo });
  }, []);
  const toNewest = useCallback(() => {
    setLeft(null);
    setAroundNo(null);
    setTarget(null);
  }, []);
  const [linkedNo, setLinkedNo] = useState(no);
  if (no !== linkedNo) {
    setLinkedNo(no);
    if (no !== undefined) {
      setLeft(null);
      setAroundNo(no);
      setTarget({ no, takesFocus });
    }
  }
  useEffect(() => {
    // Followed: the same link leads here again, and going back does not jump.
    if (no !== undefined)
      void navigate({ to: '/chat/$roomId', params: { roomId }, search: {}, replace: true });
  }, [no, roomId, navigate]);
  useEffect(() => {
    if (target === null) return;
    const timer = setTimeout(() => setTarget(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [target]);
  return { aroundNo, left, target, jumpTo, toNewest };
}
