// How answers and events become text. An event is serialised once (twice when some may no longer see it), whoever and
// however many receive it: batches remember the text they become, and the encoder splices it into each frame.
import type { Encoder } from '@trpc/server/adapters/ws';
import superjson, { deserialize } from 'superjson';
import { fastSerialize } from '#db/fast-superjson.ts';
import type { LiveEvent } from './live.schema.ts';

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

const textsOfBatches = new WeakMap<object, { texts: EventText[]; sent: SharedText | null }>();

/** Marks `events` as a batch that is sent as `texts`; everybody who gets the same batch gets the same string. */
export function rememberTexts(events: LiveEvent[], texts: EventText[]): void {
  if (!textsOfBatches.has(events)) textsOfBatches.set(events, { texts, sent: null });
}

/** A batch as JSON, and the frames made of it: clients that number their requests alike share one string. */
class SharedText {
  readonly #text: string;
  readonly #frames = new Map<unknown, string>();

  constructor(text: string) {
    this.#text = text;
  }

  frameFor(requestId: unknown, eventId: unknown): string {
    const known = this.#frames.get(requestId);
    if (known !== undefined) return known;
    const head = `{"id":${JSON.stringify(requestId)},"result":{"type":"data","id":${JSON.stringify(eventId)},"data":`;
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
    const batch = textsOfBatches.get(value.data);
    if (batch !== undefined)
      return (batch.sent ??= new SharedText(textOf(String(value.id), batch.texts)));
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
    return result.data.frameFor(id, result.id);
  },
  decode: (data) =>
    JSON.parse(typeof data === 'string' ? data : Buffer.from(data as ArrayBuffer).toString()),
};
