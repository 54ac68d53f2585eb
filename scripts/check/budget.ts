// The first load of the signed-in Today page: JS and CSS as sent (brotli), fonts and the screens
// loaded later apart. Read from vite's manifest of the build that was just made.
import { readFileSync, statSync } from 'node:fs';
import { manifestPath } from '../build/client.ts';

type Chunk = { file: string; src?: string; css?: string[]; imports?: string[]; isEntry?: boolean };
export type Manifest = Record<string, Chunk>;

const BUDGET_BYTES = 230_000;
const todayPage = /(?:features\/today\/today-page|app\/today-route)\.tsx$/;

export async function checkBudget() {
  const manifest: Manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  const files = firstLoad(manifest);
  const sizes = files.map((file) => ({ file, bytes: sentBytes(file) }));
  const total = sizes.reduce((sum, each) => sum + each.bytes, 0);
  const rows = sizes
    .toSorted((a, b) => b.bytes - a.bytes)
    .map((each) => line(each.bytes, each.file));
  const sum = line(total, `of ${BUDGET_BYTES / 1000} kB: first load of Today, JS + CSS, brotli`);
  return { code: total <= BUDGET_BYTES ? 0 : 1, text: [...rows, sum].join('\n') };
}

/** The entry and the Today screen, each with everything they import statically. */
export function firstLoad(manifest: Manifest): string[] {
  const keys = Object.keys(manifest);
  const today = keys.find((key) => todayPage.test(key));
  const entries = keys.filter((key) => manifest[key]?.isEntry === true);
  if (today === undefined) throw new Error('The manifest has no chunk for the Today page.');
  const seen = new Set<string>();
  const files = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (seen.has(key) || chunk === undefined) return;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const key of [...entries, today]) visit(key);
  return [...files].filter((file) => /\.(js|css)$/.test(file));
}

function sentBytes(file: string): number {
  const compressed = statSync(`dist/client/${file}.br`, { throwIfNoEntry: false });
  return (compressed ?? statSync(`dist/client/${file}`)).size;
}

function line(bytes: number, what: string): string {
  return `${(bytes / 1000).toFixed(1).padStart(7)} kB  ${what}`;
}
