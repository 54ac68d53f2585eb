// How the health page says and draws its numbers, and the passwords that admins hand over.
import { expect, test } from 'vitest';
import { makeFirstPassword } from '#client/features/admin/first-password.ts';
import { linePoints } from '#client/features/admin/line-points.ts';
import { sayMeasure } from '#client/features/admin/say-measure.ts';
import { passwordProblem } from '#server/auth/password.policy.ts';

test.each([
  [81.7, 'percent', '82 %'],
  [7.24, 'percent', '7.2 %'],
  [0, 'ms', '0 ms'],
  [1204, 'count', '1,204'],
  [512, 'bytes', '0.5 KB'],
  [88_000_000, 'bytes', '84 MB'],
  [1023 * 1024 ** 2, 'bytes', '1 GB'],
  [5 * 1024 ** 4, 'bytes', '5 TB'],
] as const)('%s %s is said as %s', (value, unit, said) => {
  const measure = sayMeasure(value, unit, 'ko');
  expect(`${measure.number} ${measure.unit}`.trim()).toBe(said);
});

const box = { width: 100, height: 20 };

test('a line goes from the left edge to the right one and stays inside its box', () => {
  const points = linePoints([1, 900, 3, 0, 12], box);
  expect(points[0]?.[0]).toBe(0);
  expect(points.at(-1)?.[0]).toBe(100);
  for (const [, y] of points) {
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(20);
  }
});

test('more is higher, hardly any change is drawn as hardly any, one value is a level line', () => {
  const [low, high] = linePoints([10, 20], box);
  expect(high?.[1]).toBeLessThan(low?.[1] ?? 0);
  const [before, after] = linePoints([1000, 1001], box);
  expect(Math.abs((before?.[1] ?? 0) - (after?.[1] ?? 99))).toBeLessThan(1);
  const [start, end] = linePoints([5], box);
  expect(start?.[1]).toBe(end?.[1]);
  expect(linePoints([0, 0], box)).toHaveLength(2);
  expect(linePoints([], box)).toEqual([]);
});

test('a made password is good enough, easy to read, and never the same', () => {
  const made = Array.from({ length: 200 }, makeFirstPassword);
  expect(new Set(made).size).toBe(200);
  for (const password of made) {
    expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}$/);
    expect(passwordProblem(password, 'minsu')).toBeNull();
  }
});
