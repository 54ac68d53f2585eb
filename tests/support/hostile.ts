// Inputs as nobody should send them: nearly right ones, made from a procedure's schema with a fault here and there, and
// ones that have nothing to do with it.
import * as fc from 'fast-check';
import { newId } from '#server/new-id.ts';

/** What a nearly right input may name: ids that exist, a place in the log, the id of a session. */
export type Known = { ids: string[]; position: string; sessionId: string };

type Definition = {
  type: string;
  shape?: Record<string, Schema>;
  innerType?: Schema;
  element?: Schema;
  options?: Schema[];
  entries?: Record<string, unknown>;
  format?: string;
  checks?: { _zod: { def: { check: string; value?: number | bigint } } }[];
};
type Schema = { _zod: { def: Definition } };

const LONG = 'x'.repeat(100_000);

const strangeTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\uD800',
  'b\uDC00',
  LONG,
  '%_!\\',
  "'; drop table tasks; --",
  '__proto__',
  'constructor',
  '{"a":1}',
  '가'.normalize('NFD').repeat(300),
  '\u202E',
  '😀'.repeat(2_000),
];

const strangeValues: unknown[] = [
  ...strangeTexts,
  undefined,
  null,
  true,
  0,
  -0,
  -1,
  1.5,
  2 ** 53,
  -(2 ** 53),
  1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  10n,
  Symbol('x'),
  new Date(Number.NaN),
  new Date(8.64e15),
  new Date(-8.64e15),
  new Date(0),
  [],
  [[]],
  Array.from({ length: 10_000 }, () => 'a'),
  Array.from({ length: 10_000 }, newId),
  nested(3_000),
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  JSON.parse('{"toString":1,"valueOf":1,"then":1,"length":3}'),
  Object.create(null),
  new Map([['id', 1]]),
  new Set([1]),
  /x/,
  new Error('x'),
  () => 1,
];

/** For every list: its own form with what cannot be in it, and other lists'. */
export const strangeCursors = [
  'null',
  '[]',
  '{}',
  '[0,""]',
  '["",""]',
  '[-1,"a"]',
  '[1e308,"a"]',
  '[253402214400000,"a"]',
  '[-253402214400000,"a"]',
  '[253402214400000,"\\u0000"]',
  '["a0","\\u0000"]',
  '["a\\u0000","b"]',
  '["a0","\\ud800"]',
  '["\\ud800","b"]',
  '["2026-01-01","\\u0000"]',
  '["9999-99-99","a"]',
  '["0000-00-00","a"]',
  '[8640000000000000,"a"]',
  '[-8640000000000000,"a"]',
  '[0.5,"a"]',
  '["a","b","c"]',
  `999999999999999:${'a'.repeat(64)}`,
  `0:${'a'.repeat(64)}`,
  'before:0',
  'after:0',
  'before:999999999999999',
  'after:999999999999999',
  'after:-1',
  '['.repeat(400),
];

/** By the name of the field, where the schema says only "text". */
const tellingTexts: Record<string, string[]> = {
  cursor: strangeCursors,
  repeat: [
    'FREQ=DAILY',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=999',
    'FREQ=MONTHLY;BYDAY=-5MO',
    'FREQ=WEEKLY;UNTIL=20260231',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-4',
    'FREQ=SECONDLY',
    'FREQ=DAILY;FREQ=DAILY',
    ';=;',
  ],
  username: ['minsu', 'İ'.repeat(20), 'ADMIN', '.', '가나'],
};

const days = ['2026-11-22', '2028-02-29', '2026-02-30', '1900-01-01', '2199-12-31', '9999-12-31'];

/** The names of an object's fields, and what `sort` may be. */
export function fieldsOf(schema: unknown): { names: string[]; sorts: unknown[] } {
  let { def } = (schema as Schema)._zod;
  while (def.innerType !== undefined) ({ def } = def.innerType._zod);
  const sort = def.shape?.['sort']?._zod.def;
  const entries = sort?.entries ?? sort?.innerType?._zod.def.entries ?? {};
  return { names: Object.keys(def.shape ?? {}), sorts: Object.values(entries) };
}

function strange(): fc.Arbitrary<unknown> {
  return fc.oneof(fc.constantFrom(...strangeValues), fc.string({ unit: 'binary' }), fc.anything());
}

/** For a procedure without an input: whatever comes. */
export function hostileInput(schema: unknown, known: Known): fc.Arbitrary<unknown> {
  if (schema === undefined) return strange();
  return fc.oneof(
    { arbitrary: nearlyRight(schema as Schema, known, ''), weight: 9 },
    { arbitrary: strange(), weight: 1 },
  );
}

function nearlyRight(schema: Schema, known: Known, name: string): fc.Arbitrary<unknown> {
  const right = like(schema._zod.def, known, name);
  return fc.oneof({ arbitrary: right, weight: 40 }, { arbitrary: strange(), weight: 1 });
}

function like(def: Definition, known: Known, name: string): fc.Arbitrary<unknown> {
  const inner = (schema: Schema | undefined) =>
    schema === undefined ? strange() : nearlyRight(schema, known, name);
  switch (def.type) {
    case 'object':
      return objectLike(def.shape ?? {}, known);
    case 'optional':
    case 'default':
      return fc.option(inner(def.innerType), { nil: undefined });
    case 'nullable':
      return fc.option(inner(def.innerType), { nil: null });
    case 'array':
      return fc.array(inner(def.element), { maxLength: 4 });
    case 'union':
      return fc.oneof(...(def.options ?? []).map(inner));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'boolean':
      return fc.boolean();
    case 'number':
      return numberLike(def);
    case 'date':
      return fc.date({ min: new Date('1895-01-01'), max: new Date('2205-01-01') });
    case 'string':
      return textLike(def, known, name);
    default:
      throw new Error(`Inputs of the type ${def.type} are not known here yet.`);
  }
}

function objectLike(shape: Record<string, Schema>, known: Known): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape).map(
    ([name, schema]) => [name, nearlyRight(schema, known, name)] as const,
  );
  const record = fc.record(Object.fromEntries(fields));
  return fc.tuple(record, fc.integer({ min: 0, max: 40 })).map(([value, at]) => {
    const left = fields[at]?.[0];
    return left === undefined
      ? value
      : Object.fromEntries(Object.entries(value).filter(([name]) => name !== left));
  });
}

function numberLike({ checks = [] }: Definition): fc.Arbitrary<unknown> {
  const bounds = checks.map(({ _zod: { def } }) => Number(def.value ?? 0));
  return fc.oneof(
    fc.constantFrom(...[0, 1, ...bounds].flatMap((bound) => [bound - 1, bound, bound + 1])),
    fc.integer({ min: 1, max: 200 }),
  );
}

function textLike(def: Definition, known: Known, name: string): fc.Arbitrary<unknown> {
  const telling = tellingTexts[name];
  if (telling !== undefined) return fc.constantFrom(...telling);
  if (def.format === 'uuid') {
    const upper = known.ids.map((id) => id.toUpperCase());
    return fc.oneof(fc.constantFrom(...known.ids, ...upper), fc.uuid());
  }
  const checks = (def.checks ?? []).map(({ _zod }) => _zod.def.check);
  if (checks.includes('string_format')) {
    const epoch = known.position.split(':')[0] ?? '';
    const places = [known.position, `${epoch}:0`, `${epoch}:999999999999999`, 'x:1'];
    return fc.constantFrom(...places, known.sessionId, 'f'.repeat(64));
  }
  if (checks.length === 1 && checks[0] === 'custom') return fc.constantFrom(...days);
  return fc.oneof(fc.constantFrom('가', 'A%', '안녕하세요', ...strangeTexts), fc.string());
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}
