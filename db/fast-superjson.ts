// superjson 2.2.6's own format, made three times faster for what Haru sends: plain objects, arrays, primitives, Date and
// undefined. Anything else (Map, NaN, a shared object …) goes to superjson itself, so the output is always the same.
import { serialize } from 'superjson';

export type Serialized = ReturnType<typeof serialize>;

export function fastSerialize(value: unknown): Serialized {
  const walk = startWalk();
  const json = copyOf(value, '', walk);
  if (walk.isForeign) return serialize(value);
  const meta = metaOf(walk);
  return (meta ? { json, meta } : { json }) as Serialized;
}

type Annotation = ['Date'] | ['undefined'];
type Walk = {
  annotated: number;
  seen: Set<object>;
  values: Record<string, Annotation>;
  rootValue: Annotation | null;
  isForeign: boolean;
};

function startWalk(): Walk {
  return { annotated: 0, seen: new Set(), values: {}, rootValue: null, isForeign: false };
}

function copyOf(value: unknown, path: string, walk: Walk): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : foreign(walk);
    case 'undefined':
      annotate(walk, path, ['undefined']);
      return null;
    case 'object':
      return value === null ? null : copyOfObject(value, path, walk);
    default:
      return foreign(walk);
  }
}

function copyOfObject(value: object, path: string, walk: Walk): unknown {
  if (walk.seen.has(value)) return foreign(walk);
  walk.seen.add(value);
  if (Array.isArray(value)) return copyOfArray(value, path, walk);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return copyOfPlain(value, path, walk);
  return value instanceof Date ? copyOfDate(value, path, walk) : foreign(walk);
}

function copyOfArray(items: unknown[], path: string, walk: Walk): unknown {
  const copy: unknown[] = [];
  const order = startOrder(walk);
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item === undefined && !(index in items)) return foreign(walk);
    if (isText(item)) copy.push(item);
    else copy.push(copyOf(item, below(path, index), walk));
    if (walk.isForeign || wouldBeReordered(order, walk, item)) return foreign(walk);
  }
  return copy;
}

function copyOfPlain(value: object, path: string, walk: Walk): unknown {
  if (value === Object.prototype) return foreign(walk);
  const copy: Record<string, unknown> = {};
  const source = value as Record<string, unknown>;
  const order = startOrder(walk);
  for (const key of Object.keys(source)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return foreign(walk);
    const item = source[key];
    if (isText(item)) copy[key] = item;
    else copy[key] = copyOf(item, below(path, escapeKey(key)), walk);
    if (walk.isForeign) return null;
    if (startsWithDigit(key) && wouldBeReordered(order, walk, item)) return foreign(walk);
  }
  return copy;
}

type Order = { start: number; direct: number };

function startOrder(walk: Walk): Order {
  return { start: walk.annotated, direct: 0 };
}

/** JavaScript puts number-like keys first: a date beside an earlier object with dates would change places. */
function wouldBeReordered(order: Order, walk: Walk, item: unknown): boolean {
  if (item !== undefined && !(item instanceof Date)) return false;
  order.direct++;
  return walk.annotated - order.start > order.direct;
}

function copyOfDate(value: Date, path: string, walk: Walk): unknown {
  if (Number.isNaN(value.getTime()) || Object.getPrototypeOf(value) !== Date.prototype)
    return foreign(walk);
  annotate(walk, path, ['Date']);
  return value.toISOString();
}

/** The commonest values, told before a path is built for them. */
function isText(value: unknown): boolean {
  return typeof value === 'string' || value === null || value === true || value === false;
}

/** Paths start with a dot while walking, so that the empty key differs from the root. */
function below(path: string, key: string | number): string {
  return `${path}.${key}`;
}

function startsWithDigit(key: string): boolean {
  const code = key.charCodeAt(0);
  return code >= 48 && code <= 57;
}

function escapeKey(key: string): string {
  if (!key.includes('.') && !key.includes('\\')) return key;
  return key.replaceAll('\\', '\\\\').replaceAll('.', '\\.');
}

function annotate(walk: Walk, path: string, annotation: Annotation) {
  walk.annotated++;
  if (path === '') walk.rootValue = annotation;
  else walk.values[path.slice(1)] = annotation;
}

function metaOf(walk: Walk) {
  if (walk.rootValue) return { values: walk.rootValue, v: 1 };
  for (const _ in walk.values) return { values: walk.values, v: 1 };
  return null;
}

function foreign(walk: Walk): null {
  walk.isForeign = true;
  return null;
}
