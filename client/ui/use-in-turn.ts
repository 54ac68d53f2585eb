import { useLayoutEffect, useRef } from 'react';

/** One after the other: the next begins when the one before has ended, well or not, and sees what has come of it. */
export function useInTurn<Input, Result>(
  act: (input: Input) => Promise<Result>,
): (input: Input) => Promise<Result> {
  const latest = useRef(act);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  useLayoutEffect(() => {
    latest.current = act;
  });
  return (input) => {
    const mine = last.current.then(() => latest.current(input));
    last.current = mine.catch(() => {});
    return mine;
  };
}
