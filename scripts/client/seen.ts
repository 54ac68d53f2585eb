// Whoever has seen a change never gets an answer from before it, whichever process of the office answers.
import type { TRPCLink } from '@trpc/client';
import { observable, tap } from '@trpc/server/observable';
import type { AppRouter } from '#server/app.ts';

export function whatWasSeen() {
  let epoch = '';
  let seq = 0;

  function see(position: unknown) {
    const [, ofEpoch, seqText] = /^(.+):(\d+)$/.exec(String(position)) ?? [];
    if (ofEpoch === undefined) return;
    seq = ofEpoch === epoch ? Math.max(seq, Number(seqText)) : Number(seqText);
    epoch = ofEpoch;
  }

  const link: TRPCLink<AppRouter> =
    () =>
    ({ op, next }) =>
      observable((observer) =>
        next(op)
          .pipe(
            tap({
              next({ result }) {
                if (op.type === 'subscription') see('id' in result ? result.id : undefined);
                else if ('data' in result) see(asOfIn(result.data));
              },
            }),
          )
          .subscribe(observer),
      );

  return {
    link,
    headers: (): Record<string, string> =>
      epoch === '' ? {} : { 'x-haru-cursor': `${epoch}:${seq}` },
  };
}

function asOfIn(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'asOf' in answer
    ? answer.asOf
    : undefined;
}
