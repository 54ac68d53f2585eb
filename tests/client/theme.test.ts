// Every pair of colours that text is set in keeps 4.5:1, in both themes.
import { describe, expect, test } from 'vitest';
import { palette } from '#client/ui/theme.ts';

type Name = keyof typeof palette.light;

const grounds = ['ground', 'surface', 'raised', 'hover'] as const;
const onGrounds = [
  'ink',
  'ink-soft',
  'ink-faint',
  'accent-ink',
  'red-ink',
  'amber-ink',
  'green-ink',
  'blue-ink',
] as const;

const pairs: [Name, Name][] = [
  ...onGrounds.flatMap((text) => grounds.map((ground): [Name, Name] => [text, ground])),
  ['ink', 'pressed'],
  ['ink-soft', 'pressed'],
  ['ink', 'mine'],
  ['ink-soft', 'mine'],
  ['ink', 'accent-soft'],
  ['accent-ink', 'accent-soft'],
  ['red-ink', 'red-soft'],
  ['amber-ink', 'amber-soft'],
  ['green-ink', 'green-soft'],
  ['blue-ink', 'blue-soft'],
  ['on-accent', 'accent'],
  ['on-badge', 'badge'],
];

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  test.each(pairs)('%s on %s', (text, ground) => {
    expect(contrast(palette[scheme][text], palette[scheme][ground])).toBeGreaterThanOrEqual(4.5);
  });
});

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
