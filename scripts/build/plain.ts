// The same type written out in full: no name that has to be imported from anywhere. The package's
// one declaration file is made of these, so that a caller needs neither tRPC nor the server's types.
// Values sit in one-element tuples on the way, because only that makes the compiler forget aliases.

export declare function plain<T>(value: T): Plain<T>;

type Plain<T> = Boxed<T>[0];

type Boxed<T> = unknown extends T
  ? [T]
  : T extends Leaf
    ? [T]
    : T extends abstract new (...args: infer A) => infer R
      ? [new (...args: PlainEach<A>) => Plain<R>]
      : T extends (...args: infer A) => infer R
        ? [(...args: PlainEach<A>) => Plain<R>]
        : T extends Error
          ? [Error & PlainObject<Omit<T, keyof Error>>]
          : T extends Promise<infer V>
            ? [Promise<Plain<V>>]
            : T extends AsyncIterable<infer V>
              ? [AsyncIterable<Plain<V>>]
              : T extends readonly unknown[]
                ? [PlainEach<T>]
                : [PlainObject<T>];

type Leaf =
  | string
  | number
  | bigint
  | boolean
  | symbol
  | null
  | undefined
  | void
  | Date
  | Uint8Array
  | AbortSignal;

type PlainEach<T> = { [K in keyof T]: Plain<T[K]> };

type PlainObject<T> = string extends keyof T
  ? { [x: string]: Plain<T[keyof T]> }
  : Flat<{ [K in Needed<T>]: Plain<T[K]> } & { [K in Optional<T>]?: Plain<T[K]> }>;

type Flat<T> = T extends unknown ? { [K in keyof T]: T[K] } : never;
type Keys<T> = Exclude<keyof T, symbol>;
type Optional<T> = { [K in Keys<T>]: object extends Pick<T, K> ? K : never }[Keys<T>];
type Needed<T> = Exclude<Keys<T>, Optional<T>>;
