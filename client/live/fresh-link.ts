// Between the network and the cache: an answer that left the server before the newest event this client knows is brought
// up to date, or asked for again.
import type { Operation, OperationResultEnvelope, TRPCClientError, TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { AppRouter } from '#server/app.ts';
import type { Answer, LiveStore } from './live-store.ts';

const MAX_TRIES = 3;

type Envelope = OperationResultEnvelope<unknown, TRPCClientError<AppRouter>>;

export function freshLink(store: () => LiveStore | null): TRPCLink<AppRouter> {
  function broughtUpToDate(op: Operation, envelope: Envelope): Envelope | 'ask again' {
    const answer = 'data' in envelope.result ? envelope.result.data : undefined;
    const live = store();
    if (op.type !== 'query' || live === null || !isAnswer(answer)) return envelope;
    if (live.position === null) live.startAt(answer.asOf);
    const fresh = live.bringUpToDate(op.path, op.input, answer);
    return fresh === 'ask again'
      ? fresh
      : { ...envelope, result: { ...envelope.result, type: 'data', data: fresh } };
  }
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let unsubscribe = () => {};
        const ask = (triesLeft: number) => {
          let isAskingAgain = false;
          unsubscribe = next(op).subscribe({
            next(envelope) {
              const fresh = broughtUpToDate(op, envelope);
              isAskingAgain = fresh === 'ask again' && triesLeft > 0;
              if (isAskingAgain) queueMicrotask(() => ask(triesLeft - 1));
              else observer.next(fresh === 'ask again' ? envelope : fresh);
            },
            error: (error) => observer.error(error),
            complete: () => {
              if (!isAskingAgain) observer.complete();
            },
          }).unsubscribe;
        };
        ask(MAX_TRIES);
        return () => unsubscribe();
      });
}

function isAnswer(data: unknown): data is Answer {
  return (
    typeof data === 'object' && data !== null && 'asOf' in data && typeof data.asOf === 'string'
  );
}
