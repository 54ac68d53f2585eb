// The router as a script sees it: what goes into each procedure and what comes out, and nothing of how it is called.
import type { AnyProcedure, inferProcedureInput, inferProcedureOutput } from '@trpc/server';
import type { AppRouter } from '#server/app.ts';
import type { EventOf, Told } from './events.ts';

export type Procedures = Folder<AppRouter['_def']['record'], 'all'>;

type Folder<Record, Feature> = {
  [Name in keyof Record]: Record[Name] extends AnyProcedure
    ? Procedure<Record[Name], Name extends 'onChange' ? Told<EventOf<Feature>> : never>
    : Folder<Record[Name], Name>;
};

type Procedure<P extends AnyProcedure, Events> = P['_def']['type'] extends 'query'
  ? { query: Call<P> }
  : P['_def']['type'] extends 'mutation'
    ? { mutate: Call<P> }
    : { subscribe: Subscribe<inferProcedureInput<P>, Heard<P, Events>> };

type Call<P extends AnyProcedure> =
  void extends inferProcedureInput<P>
    ? (input?: Given<P>, options?: CallOptions) => Promise<inferProcedureOutput<P>>
    : (input: Given<P>, options?: CallOptions) => Promise<inferProcedureOutput<P>>;

type Given<P extends AnyProcedure> = Exclude<inferProcedureInput<P>, void>;

type CallOptions = { signal?: AbortSignal };

type Subscribe<Input, Value> = (
  input: Input extends void ? undefined : Input,
  listener: Listener<Value>,
) => { unsubscribe(): void };

type Heard<P extends AnyProcedure, Events> = [Events] extends [never]
  ? YieldOf<inferProcedureOutput<P>>
  : Events;

type YieldOf<T> = T extends AsyncIterable<infer Value> ? Value : never;

type Listener<Value> = {
  onData(value: Value): void;
  /** The subscription is over, for a reason that connecting again would not change; see `refusalOf`. */
  onError?(error: Error): void;
  onStarted?(): void;
  /** Told when it was ended by the server, or by `close`. */
  onComplete?(): void;
  /** `pending` is connected. */
  onConnectionStateChange?(state: { state: 'idle' | 'connecting' | 'pending' }): void;
  signal?: AbortSignal;
};
