type Box = { width: number; height: number };

const MARGIN = 3;
/** A change below this part of the value is drawn as hardly any. */
const FLAT = 0.1;

/** Values as points from left to right; a single one as a level line. */
export function linePoints(values: readonly number[], { width, height }: Box): [number, number][] {
  const [first] = values;
  if (first === undefined) return [];
  const all = values.length === 1 ? [first, first] : values;
  const high = Math.max(...all);
  const low = Math.min(...all);
  const middle = (high + low) / 2;
  const span = Math.max(high - low, Math.abs(middle) * FLAT, Number.EPSILON);
  const bottom = Math.max(middle - span / 2, Math.min(low, 0));
  return all.map((value, at) => [
    round((at / (all.length - 1)) * width),
    round(height - MARGIN - ((value - bottom) / span) * (height - 2 * MARGIN)),
  ]);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
