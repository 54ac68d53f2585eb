// Midnight in Seoul, on the server and on a page that was left open.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { createPromotion } from '#server/promotions/promotions.service.ts';
import { openDesk, startBrowser } from '#tests/support/browser.ts';
import { FakeClock } from '#tests/support/fake-clock.ts';
import { newPromotion } from '#tests/support/new-promotion.ts';
import { servedApp } from '#tests/support/served-app.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test('the strip of promotions turns at midnight while nobody touches the page', async () => {
  const clock = new FakeClock(new Date('2026-12-01T14:59:50Z'));
  await using app = await servedApp({ clock, pagesFolder: 'dist/client' });
  const { viewer, session } = await app.signedIn('minsu');
  for (const given of [
    { title: '오늘 시작해요', startsOn: '2026-12-01' },
    { title: '내일 시작해요', startsOn: '2026-12-02' },
    { title: '모레 시작해요', startsOn: '2026-12-03' },
    { title: '내일이 끝', endsOn: '2026-12-02' },
  ])
    await createPromotion(app.deps, viewer, {
      body: '',
      startsOn: null,
      endsOn: null,
      ...newPromotion(given),
    });
  const desk = await openDesk(browser, { baseURL: app.origin });
  await desk.addCookies([{ name: 'haru_session', value: session.secret, url: app.origin }]);
  const page = await desk.newPage();
  await page.clock.install({ time: clock.now() });
  await page.goto('/');
  const strip = page.getByRole('list', { name: '프로모션 한눈에' });
  const count = (name: RegExp) => strip.getByRole('link', { name });
  await count(/^오늘 시작\s*1$/).waitFor();
  await count(/^내일 끝\s*1$/).waitFor();
  await count(/^진행 중\s*2$/).waitFor();
  expect(await page.getByRole('link', { name: '내일 시작해요' }).count()).toBe(0);

  clock.moveTo(new Date('2026-12-01T15:00:01Z'));
  await page.clock.fastForward(11_000);

  await page.getByRole('link', { name: '내일 시작해요' }).waitFor();
  await count(/^내일 끝\s*0$/).waitFor();
  await count(/^진행 중\s*3$/).waitFor();
  await count(/^오늘 시작\s*1$/).click();
  await page.waitForURL(/startsOn=2026-12-02/);
  await page.getByRole('button', { name: /내일 시작해요/ }).waitFor();
  await desk.close();
});
