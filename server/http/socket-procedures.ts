// The router as sockets may use it: subscriptions only, and not too many. (Over WebSockets, tRPC 11.19 never aborts a
// query, loses mutations when it reconnects, and has no limits of its own.)
import type { AnyProcedure, AnyRouter } from '@trpc/server';
import type { Context } from '../trpc.ts';
import { spendCalls } from './admission.ts';
import type { Budget } from './budget.ts';
import { onlySubscriptions, tooManySubscriptions } from './refusals.ts';
import { SocketLine } from './socket-line.ts';

const SUBSCRIPTIONS_MAX = 20;

type CallOptions = { ctx: Context; path: string };
type Procedure = (options: CallOptions) => Promise<unknown>;

export function socketRouter<R extends AnyRouter>(router: R, calls: Budget): R {
  const procedures: Record<string, AnyProcedure> = Object.create(null) as Record<
    string,
    AnyProcedure
  >;
  for (const [path, procedure] of Object.entries<AnyProcedure>(router._def.procedures)) {
    procedures[path] = guarded(procedure, calls);
  }
  return { ...router, _def: { ...router._def, procedures } };
}

function guarded(procedure: AnyProcedure, calls: Budget): AnyProcedure {
  const call = procedure as unknown as Procedure;
  const guard: Procedure = async (options) => {
    const { ctx, path } = options;
    spendCalls(calls, ctx.caller?.viewer.id ?? ctx.address, 1);
    if (procedure._def.type !== 'subscription') throw onlySubscriptions(path);
    if (!(ctx.socket instanceof SocketLine)) return call(options);
    const release = takePlace(ctx.socket);
    try {
      return releasing((await call(options)) as AsyncIterable<unknown>, release);
    } catch (error) {
      release();
      throw error;
    }
  };
  return Object.assign(guard, { _def: procedure._def }) as unknown as AnyProcedure;
}

function takePlace(line: SocketLine): () => void {
  if (line.subscriptionCount >= SUBSCRIPTIONS_MAX) throw tooManySubscriptions(SUBSCRIPTIONS_MAX);
  line.subscriptionCount += 1;
  let isTaken = true;
  return () => {
    if (isTaken) line.subscriptionCount -= 1;
    isTaken = false;
  };
}

function releasing(
  iterable: AsyncIterable<unknown>,
  release: () => void,
): AsyncIterableIterator<unknown> {
  const iterator = iterable[Symbol.asyncIterator]();
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        const result = await iterator.next();
        if (result.done === true) release();
        return result;
      } catch (error) {
        release();
        throw error;
      }
    },
    async return(value?: unknown) {
      release();
      return (await iterator.return?.(value)) ?? { done: true, value };
    },
  };
}
