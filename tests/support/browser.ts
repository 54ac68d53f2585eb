// Starts Chromium for the stories: an installed one (CHROMIUM_PATH, or on the PATH), else the real
// Chromium that comes packed in @sparticuz/chromium, unpacked once into .cache/.
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { link, mkdir, rm } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

// The package's own arguments put everything into one process and switch web security off.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `officeHost` is a name that leads to this machine in this browser, e.g. `office.test`. */
export async function startBrowser(options: { officeHost?: string } = {}): Promise<Browser> {
  const { officeHost } = options;
  const rule =
    officeHost === undefined ? [] : [`--host-resolver-rules=MAP ${officeHost} 127.0.0.1`];
  return chromium.launch({
    executablePath: await findChromium(),
    args: [...args, ...rule],
    // Without a language of the machine it could not name a file in Hangul.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
}

type Look = {
  locale?: 'ko-KR' | 'en-GB';
  colorScheme?: 'light' | 'dark';
  width?: number;
  height?: number;
  baseURL?: string;
  /** A phone: fingers, and nothing hovers. */
  isTouch?: boolean;
};

/** One person at their own desk: nothing is shared with another context of the same browser. */
export function openDesk(browser: Browser, look: Look = {}): Promise<BrowserContext> {
  const { locale = 'ko-KR', colorScheme = 'light', width = 1280, height = 800, baseURL } = look;
  const { isTouch = false } = look;
  return browser.newContext({
    locale,
    colorScheme,
    viewport: { width, height },
    timezoneId: 'Asia/Seoul',
    reducedMotion: 'reduce',
    hasTouch: isTouch,
    isMobile: isTouch,
    ...(baseURL === undefined ? {} : { baseURL }),
  });
}

async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const installed = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return installed.find((path) => existsSync(path)) ?? unpack();
}

async function unpack(): Promise<string> {
  const folder = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const target = resolve('.cache', `chromium-${version}`, 'chromium');
  if (existsSync(target)) return target;
  await mkdir(dirname(target), { recursive: true });
  const part = `${target}.${process.pid}`;
  const packed = createReadStream(join(folder, 'bin/chromium.br'));
  await pipeline(packed, createBrotliDecompress(), createWriteStream(part, { mode: 0o755 }));
  await keepFirst(part, target);
  return target;
}

/** Two test files may unpack at once. Chromium ends when the file it was started from is replaced, so the first stays. */
async function keepFirst(part: string, target: string): Promise<void> {
  try {
    await link(part, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
  await rm(part);
}
