// What `superjson.stringify` says, in half the time for what Haru sends: plain objects, arrays, texts, numbers and dates.
// Only what holds a date is copied, and the list of dates is written as text. Anything else (undefined, a shared object, a
// date in an array, an odd key …) is left to fastSerialize, so the text is always the same.
import { fastSerialize } from './fast-superjson.ts';

/** The same text as `superjson.stringify(value)`. */
export function superjsonText(value: unknown): string {
  const walk: Walk = { seen: new Set(), dates: '' };
  const json = isRecord(value) ? ofRecord(value, '', walk) : null;
  if (json === null) return JSON.stringify(fastSerialize(value));
  const text = JSON.stringify(json);
  if (walk.dates === '') return `{"json":${text}}`;
  return `{"json":${text},"meta":{"values":{${walk.dates.slice(1)}},"v":1}}`;
}

/** `dates`: a comma and the path of each, as the members of a JSON object. */
type Walk = { seen: Set<object>; dates: string };

type Json = Record<string, unknown>;

/** A key that stands in a path as it is, and that JavaScript does not sort first as it does numbers. */
const PATH_KEY = /^[A-Za-z_][\w-]*$/;

/** Each of these returns what JSON should write, the same object if nothing has to change, or null: not for us. */
function ofRecord(record: Json, path: string, walk: Walk): Json | null {
  if (!isNew(record, walk)) return null;
  let copy: Json | null = null;
  for (const key of Object.keys(record)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return null;
    const item = record[key];
    if (isSimple(item)) continue;
    if (!PATH_KEY.test(key)) return null;
    const said =
      item instanceof Date ? ofDate(item, path + key, walk) : ofObject(item, path + key, walk);
    if (said === null) return null;
    if (said !== item) (copy ??= { ...record })[key] = said;
  }
  return copy ?? record;
}

function ofObject(item: unknown, path: string, walk: Walk): object | null {
  if (Array.isArray(item)) return ofArray(item, path, walk);
  return isRecord(item) ? ofRecord(item, `${path}.`, walk) : null;
}

function ofArray(items: unknown[], path: string, walk: Walk): unknown[] | null {
  if (!isNew(items, walk)) return null;
  let copy: unknown[] | null = null;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (isSimple(item)) continue;
    const said = ofObject(item, `${path}.${index}`, walk);
    if (said === null) return null;
    if (said !== item) (copy ??= [...items])[index] = said;
  }
  return copy ?? items;
}

function ofDate(date: Date, path: string, walk: Walk): string | null {
  const isPlain = Object.getPrototypeOf(date) === Date.prototype && !Number.isNaN(date.getTime());
  if (!isPlain || !isNew(date, walk)) return null;
  walk.dates += `,"${path}":["Date"]`;
  return date.toISOString();
}

/** What JSON writes as it is; not undefined, NaN or -0. */
function isSimple(item: unknown): boolean {
  switch (typeof item) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(item) && !Object.is(item, -0);
    default:
      return item === null;
  }
}

function isRecord(value: unknown): value is Json {
  if (typeof value !== 'object' || value === null || value === Object.prototype) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** superjson says of an object that comes twice where it came first. */
function isNew(item: object, { seen }: Walk): boolean {
  if (seen.has(item)) return false;
  seen.add(item);
  return true;
}
