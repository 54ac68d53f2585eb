// The one place that decides colour, space, radius and type. `palette` and `measures` become CSS variables
// (`--ink`, `--line`, `--space-8` …) for the CSS modules, and everything Mantine draws is mapped onto the same ones.
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { componentDefaults, type ControlLabels } from './theme-components.ts';

/** Text on its usual ground keeps ≥ 4.5:1, which tests/client/theme.test.ts holds. */
export const palette = {
  light: {
    ground: '#f6f7f9',
    surface: '#ffffff',
    raised: '#ffffff',
    hover: '#eff1f5',
    pressed: '#e6e9ef',
    line: '#e4e7ed',
    'line-strong': '#cbd1dc',
    ink: '#1a1e26',
    'ink-soft': '#4d5565',
    'ink-faint': '#646c7c',
    accent: '#4b50d3',
    'accent-hover': '#3f43bd',
    'accent-ink': '#4347c2',
    'accent-soft': '#ecedfc',
    'on-accent': '#ffffff',
    mine: '#e3e5fd',
    'red-ink': '#bd2336',
    'red-soft': '#fdebed',
    'amber-ink': '#855200',
    'amber-soft': '#fcf1da',
    'green-ink': '#17703d',
    'green-soft': '#e3f5ea',
    'blue-ink': '#1960ad',
    'blue-soft': '#e4f0fc',
    badge: '#d6273c',
    'on-badge': '#ffffff',
    online: '#23a55c',
    away: '#d8912b',
    glow: '#e9eafe',
    veil: 'rgb(20 24 33 / 40%)',
    shadow: '0 8px 28px rgb(20 24 33 / 14%), 0 2px 6px rgb(20 24 33 / 8%)',
  },
  dark: {
    ground: '#101217',
    surface: '#171a20',
    raised: '#1e222a',
    hover: '#20242c',
    pressed: '#282d37',
    line: '#282d36',
    'line-strong': '#3d4451',
    ink: '#e6e8ed',
    'ink-soft': '#aeb5c2',
    'ink-faint': '#8f97a6',
    accent: '#5b60e3',
    'accent-hover': '#6a6fec',
    'accent-ink': '#a4a9ff',
    'accent-soft': '#24274a',
    'on-accent': '#ffffff',
    mine: '#2d3163',
    'red-ink': '#ff8f98',
    'red-soft': '#3b1d23',
    'amber-ink': '#f1b95c',
    'amber-soft': '#35280f',
    'green-ink': '#67cf94',
    'green-soft': '#15301f',
    'blue-ink': '#7fb8f5',
    'blue-soft': '#152a41',
    badge: '#d93a4c',
    'on-badge': '#ffffff',
    online: '#2fb368',
    away: '#d8912b',
    glow: '#262a4e',
    veil: 'rgb(0 0 0 / 55%)',
    shadow: '0 10px 32px rgb(0 0 0 / 50%), 0 2px 6px rgb(0 0 0 / 40%)',
  },
} as const;

const measures = {
  'space-4': '4px',
  'space-8': '8px',
  'space-12': '12px',
  'space-16': '16px',
  'space-24': '24px',
  'space-32': '32px',
  radius: '8px',
  'radius-control': '6px',
  'text-12': '12px',
  'text-13': '13px',
  'text-14': '14px',
  'text-16': '16px',
  'text-20': '20px',
  'bar-height': '48px',
  quick: '140ms cubic-bezier(0.2, 0, 0, 1)',
} as const;

const fontFamily =
  "'Noto Sans KR Variable', 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', system-ui, sans-serif";

// Mantine wants ten shades; its own components only look at 0, 1, and the primary one.
const indigo: MantineColorsTuple = [
  '#ecedfc',
  '#dcdefa',
  '#bcbff6',
  '#989df0',
  '#7a80ea',
  '#5b60e3',
  '#4b50d3',
  '#3f43bd',
  '#34389f',
  '#292c7d',
];
const gray: MantineColorsTuple = [
  '#f6f7f9',
  '#eff1f5',
  '#e4e7ed',
  '#d7dbe3',
  '#cbd1dc',
  '#a3abb9',
  '#646c7c',
  '#4d5565',
  '#333a47',
  '#1a1e26',
];
const dark: MantineColorsTuple = [
  '#e6e8ed',
  '#aeb5c2',
  '#8f97a6',
  '#5d6575',
  '#3d4451',
  '#282d36',
  '#1e222a',
  '#171a20',
  '#101217',
  '#0b0d11',
];
const red: MantineColorsTuple = [
  '#fdebed',
  '#fbd5d9',
  '#f6acb4',
  '#f07f8b',
  '#e65565',
  '#d93a4c',
  '#c92a3d',
  '#bd2336',
  '#9c1c2c',
  '#7b1623',
];

const base = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 6, dark: 5 },
  colors: { indigo, gray, dark, red },
  white: '#ffffff',
  black: palette.light.ink,
  fontFamily,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'D2Coding', monospace",
  fontSizes: { xs: '13px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  fontWeights: { regular: '400', medium: '500', bold: '700' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  headings: { fontFamily, fontWeight: '700' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
});

/** Labels are words, so the theme is made once per language. */
export function makeTheme(labels: ControlLabels) {
  return createTheme({ ...base, components: componentDefaults(labels) });
}

export const cssVariables: CSSVariablesResolver = () => ({
  variables: { ...prefixed(measures), '--mantine-line-height': '1.5' },
  light: { ...prefixed(palette.light), ...mantineColours },
  dark: { ...prefixed(palette.dark), ...mantineColours },
});

// Mantine's own defaults miss 4.5:1 for dimmed, placeholder and error text; these are the palette's, which do not.
const mantineColours = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-faint)',
  '--mantine-color-placeholder': 'var(--ink-faint)',
  '--mantine-color-anchor': 'var(--accent-ink)',
  '--mantine-color-error': 'var(--red-ink)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--pressed)',
  '--mantine-color-disabled-color': 'var(--ink-faint)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-hover': 'var(--mine)',
  '--mantine-primary-color-light-color': 'var(--accent-ink)',
  '--mantine-color-indigo-filled': 'var(--accent)',
  '--mantine-color-indigo-filled-hover': 'var(--accent-hover)',
  '--mantine-color-indigo-light': 'var(--accent-soft)',
  '--mantine-color-indigo-light-hover': 'var(--mine)',
  '--mantine-color-indigo-light-color': 'var(--accent-ink)',
  '--mantine-color-indigo-text': 'var(--accent-ink)',
  '--mantine-color-indigo-outline': 'var(--accent-ink)',
  '--mantine-color-red-filled': 'var(--badge)',
  '--mantine-color-red-light': 'var(--red-soft)',
  '--mantine-color-red-light-color': 'var(--red-ink)',
  '--mantine-color-red-text': 'var(--red-ink)',
  '--mantine-color-red-outline': 'var(--red-ink)',
  '--mantine-color-gray-light': 'var(--hover)',
  '--mantine-color-gray-light-hover': 'var(--pressed)',
  '--mantine-color-gray-light-color': 'var(--ink-soft)',
  '--mantine-color-gray-text': 'var(--ink-soft)',
};

function prefixed(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`--${name}`, value]));
}
