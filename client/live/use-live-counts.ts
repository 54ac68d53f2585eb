// One long question for numbers goes to the server in parts of the length it takes.
import type { AnswerOf, InputOf } from './live-types.ts';
import { usePending } from './use-live.ts';

type CountsPath = 'tasks.counts' | 'promotions.counts';
type Filters<P extends CountsPath> = InputOf<P>['filters'];

export function inParts<T>(items: readonly T[], longest: number): T[][] {
  const count = Math.ceil(items.length / longest);
  return Array.from({ length: count }, (_, at) => items.slice(at * longest, (at + 1) * longest));
}

/** In the order of all the filters; undefined until the server has answered for that part. */
export function useLiveCounts<P extends CountsPath>(
  path: P,
  parts: readonly { filters: Filters<P>; answer: AnswerOf<P> | undefined }[],
): readonly (number | undefined)[] {
  const { store } = usePending();
  return parts.flatMap(({ filters, answer }) =>
    answer === undefined
      ? filters.map(() => undefined)
      : store.withPendingActs(path, { filters }, answer).counts,
  );
}
