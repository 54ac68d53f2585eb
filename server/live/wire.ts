// How answers and events become text. An event is serialised once (twice when some may no longer see it), whoever and
// however many receive it: batches remember the text they become, and the encoder splices it into each frame.
import type { Encoder } from '@trpc/server/adapters/ws';
import superjson, { deserialize } from 'superjson';
import { fastSerialize } from '#db/fast-superjson.ts';
import type { LiveEvent } from './live.schema.ts';
import { textFrame } from './text-frame.ts';

/** One event as superjson text, and where in it the values are that plain JSON cannot say. */
export type EventText = { json: string; values: [path: string, annotation: string][] };

export function eventText(event: LiveEvent): EventText {
  const { json, meta } = fastSerialize(event);
  const values = Object.entries(meta?.values ?? {}).map(([path, annotation]): [string, string] => [
    path,
    JSON.stringify(annotation),
  ]);
  return { json: JSON.stringify(json), values };
}

type Sendable = {
  texts: EventText[];
  shared: SharedText | null;
  onSent: ((requestId: unknown) => void) | null;
};

const sendables = new WeakMap<object, Sendable>();

/** Marks `events` as a batch that is sent as `texts`; everybody who gets the same batch gets the same string. */
export function rememberTexts(events: LiveEvent[], texts: EventText[]): void {
  if (!sendables.has(events)) sendables.set(events, { texts, shared: null, onSent: null });
}

/** Calls back, when tRPC sends these remembered events, with the number that the client gave its subscription. */
export function whenSent(events: LiveEvent[], onSent: (requestId: unknown) => void): void {
  const sendable = sendables.get(events);
  if (sendable !== undefined) sendable.onSent = onSent;
}

/** The frame that tRPC would send for these remembered events; null when they are none. */
export function frameOf(events: LiveEvent[], id: string, requestId: unknown): Buffer | null {
  const sendable = sendables.get(events);
  return sendable === undefined ? null : sharedOf(sendable, id).bytesFor(requestId);
}

function sharedOf(sendable: Sendable, id: string): SharedText {
  return (sendable.shared ??= new SharedText(id, sendable));
}

/** A batch as JSON, and the frames made of it: clients that number their requests alike share one. */
class SharedText {
  readonly #id: string;
  readonly #text: string;
  readonly #sendable: Sendable;
  readonly #frames = new Map<unknown, string>();
  readonly #bytes = new Map<unknown, Buffer>();

  constructor(id: string, sendable: Sendable) {
    this.#id = id;
    this.#text = textOf(id, sendable.texts);
    this.#sendable = sendable;
  }

  encodedFor(requestId: unknown): string {
    this.#sendable.onSent?.(requestId);
    return this.#frameFor(requestId);
  }

  bytesFor(requestId: unknown): Buffer {
    const known = this.#bytes.get(requestId);
    if (known !== undefined) return known;
    const bytes = textFrame(this.#frameFor(requestId));
    this.#bytes.set(requestId, bytes);
    return bytes;
  }

  #frameFor(requestId: unknown): string {
    const known = this.#frames.get(requestId);
    if (known !== undefined) return known;
    const head = `{"id":${JSON.stringify(requestId)},"result":{"type":"data","id":${JSON.stringify(this.#id)},"data":`;
    const frame = `${head}${this.#text}}}`;
    this.#frames.set(requestId, frame);
    return frame;
  }
}

export const wireTransformer = {
  input: superjson,
  output: {
    serialize: serializeOutput,
    deserialize: (value: Parameters<typeof deserialize>[0]) =>
      deserialize(value, { inPlace: true }),
  },
};

function serializeOutput(value: unknown): unknown {
  if (
    typeof value === 'object' &&
    value !== null &&
    'data' in value &&
    'id' in value &&
    Array.isArray(value.data)
  ) {
    const sendable = sendables.get(value.data);
    if (sendable !== undefined) return sharedOf(sendable, String(value.id));
  }
  return fastSerialize(value);
}

function textOf(id: string, texts: EventText[]): string {
  const json = `{"id":${JSON.stringify(id)},"data":[${texts.map((text) => text.json).join(',')}]}`;
  const values = texts.flatMap((text, index) =>
    text.values.map(
      ([path, annotation]) => `${JSON.stringify(`data.${index}.${path}`)}:${annotation}`,
    ),
  );
  return values.length === 0
    ? `{"json":${json}}`
    : `{"json":${json},"meta":{"values":{${values.join(',')}},"v":1}}`;
}

type Frame = { id?: unknown; result?: { type?: string; id?: string; data?: unknown } };

export const wireEncoder: Encoder = {
  encode(message: unknown): string {
    const { id, result } = message as Frame;
    if (!(result?.data instanceof SharedText)) return JSON.stringify(message);
    return result.data.encodedFor(id);
  },
  decode: (data) =>
    JSON.parse(typeof data === 'string' ? data : Buffer.from(data as ArrayBuffer).toString()),
};
