// The office as people meet it: the bundled server as its own process, the demo company, real browsers.
//   await using office = await openOffice();
//   const minsu = await office.signIn('user04');
//   await minsu.goto('/tasks');
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openDesk, startBrowser } from './browser.ts';
import { freePort } from './free-port.ts';

const DEMO_PASSWORD = 'demo-haru-2026';

type Office = Awaited<ReturnType<typeof openOffice>>;
type Desk = NonNullable<Parameters<typeof openDesk>[1]>;
export type OfficeOptions = {
  /** A name that leads to this machine in the browser: the office without TLS. */
  officeHost?: string;
  isEmpty?: boolean;
};

export async function openOffice({ officeHost, isEmpty = false }: OfficeOptions = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'haru-office-'));
  const port = await freePort();
  const origin = `http://${officeHost ?? '127.0.0.1'}:${port}`;
  const env = {
    DATA_DIR: dataDir,
    PORT: String(port),
    LOG_LEVEL: 'error',
    ...(officeHost === undefined ? {} : { PUBLIC_ORIGIN: origin }),
  };
  if (!isEmpty) await runToEnd('scripts/demo.ts', env);
  let server = await startServer(env, port);
  const browser: Browser = await startBrowser(officeHost === undefined ? {} : { officeHost });
  const desks: BrowserContext[] = [];
  const complaints: string[] = [];

  async function openPage(look: Desk = {}): Promise<Page> {
    const desk = await openDesk(browser, { baseURL: origin, ...look });
    desks.push(desk);
    const page = await desk.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      const isExpected = /Failed to load resource|WebSocket connection/.test(message.text());
      if (message.type() === 'error' && !isExpected) complaints.push(message.text());
    });
    return page;
  }

  async function signIn(username: string, look: Desk = {}): Promise<Page> {
    const page = await openPage(look);
    await page.goto('/');
    await page.locator('input[autocomplete="username"]').fill(username);
    await page.locator('input[type="password"]').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('#content').waitFor();
    await page.waitForLoadState('networkidle');
    return page;
  }

  return {
    origin,
    port,
    dataDir,
    signIn,
    openPage,
    /** What the terminal says since the server was started. */
    said: () => server.said(),
    /** What the browsers complained about; a story ends with none. */
    complaints,
    async stopServer() {
      await server.stop();
    },
    async startServer() {
      server = await startServer(env, port);
    },
    async [Symbol.asyncDispose]() {
      for (const desk of desks) await desk.close();
      await browser.close();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function startServer(env: Record<string, string>, port: number) {
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { ...cleanEnv(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const closed = once(child, 'close');
  const deadline = Date.now() + 20_000;
  while (!(await isReady(port))) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`the server did not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    said: () => said,
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM');
      await closed;
    },
  };
}

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
  return answer?.ok === true;
}

async function runToEnd(script: string, env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [script], {
    env: { ...cleanEnv(), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`${script} ended with ${child.exitCode}`);
}

function cleanEnv(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...rest } = process.env;
  return rest;
}

export type { Office };
