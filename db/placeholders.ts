// Fills a query's placeholders in. Worked out once per query; null never reaches an encoder, which Drizzle would let
// ask null for its time.
import { is, Param, Placeholder } from 'drizzle-orm';

export type Values = Record<string, unknown>;
export type Fill = (values: Values) => unknown;

export function fillOf(param: unknown): Fill {
  if (is(param, Placeholder)) return (values) => valueOf(values, param.name);
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { value, encoder } = param;
    return (values) => {
      const given = valueOf(values, value.name);
      return given === null ? null : encoder.mapToDriverValue(given);
    };
  }
  return () => param;
}

export function hasPlaceholder(param: unknown): boolean {
  return is(param, Placeholder) || (is(param, Param) && is(param.value, Placeholder));
}

function valueOf(values: Values, name: string): unknown {
  const value = values[name];
  if (value === undefined) throw new Error(`no value for the placeholder "${name}"`);
  return value;
}
