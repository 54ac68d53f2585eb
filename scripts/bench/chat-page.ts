// What the browser's page holds after somebody has scrolled through ten thousand messages, beside an empty page.
import type { Page } from 'playwright-core';
import { openDesk, startBrowser } from '#tests/support/browser.ts';
import { startBundle } from './bundle.ts';
import { fillTalk } from './chat-million.ts';
import { openBenchOffice } from './office.ts';
import type { Row } from './report.ts';

const MESSAGES = 10_000;
/** The first message has come when nothing more came for so long. */
const QUIET_MS = 2_000;

export async function measureChatPage(): Promise<Row[]> {
  const office = await openBenchOffice(40);
  const { rooms } = fillTalk(office, MESSAGES, 1);
  const [room] = rooms;
  const person = office.people[room?.members[0] ?? 0];
  await office.app.close({ drainMs: 0 });
  await office.db.close();
  await using server = await startBundle(office.dataDir);
  const browser = await startBrowser();
  try {
    const origin = `http://127.0.0.1:${server.port}`;
    const desk = await openDesk(browser, { baseURL: origin });
    const [name = '', value = ''] = (person?.cookie ?? '').split('=');
    await desk.addCookies([{ name, value, url: origin }]);
    const page = await desk.newPage();
    const empty = await heapMb(page);
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().includes('chat.messages')) asked += 1;
    });
    await page.goto(`/chat/${room?.id}`);
    await page.getByRole('log').locator('[data-message]').first().waitFor();
    await page.waitForTimeout(QUIET_MS);
    const opened = await heapMb(page);
    await scrollToFirst(page);
    const scrolled = await heapMb(page);
    const rows = await page.locator('[data-message]').count();
    return [
      {
        what: `memory of the page after scrolling ${MESSAGES.toLocaleString('en')} messages (JS heap; ${asked} pages, ${rows} messages drawn)`,
        haru: `${scrolled.toFixed(1)} MB (room just opened ${opened.toFixed(1)} MB)`,
        baseline: `empty page ${empty.toFixed(1)} MB`,
        value: scrolled,
        unit: 'MB',
        wanted: '',
        isMet: () => true,
      },
    ];
  } finally {
    await browser.close();
  }
}

/** After a collection. */
async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

async function scrollToFirst(page: Page): Promise<void> {
  const heightAtTop = () =>
    page.getByRole('log').evaluate((log) => {
      log.scrollTop = 0;
      return log.scrollHeight;
    });
  let height = await heightAtTop();
  for (let quietSinceMs = performance.now(); performance.now() - quietSinceMs < QUIET_MS;) {
    await page.waitForTimeout(50);
    const next = await heightAtTop();
    if (next !== height) quietSinceMs = performance.now();
    height = next;
  }
}
