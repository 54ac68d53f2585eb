// Being called while looking elsewhere: the bell, the tab, and the browser's own notification.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickLastNote, lookAway, notesOf, recordNotes } from '#tests/support/browser-notes.ts';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

/** Both are in it. */
const ROOM = '신제품 출시';
const OTHER_ROOM = '거래처 견적';

/** The number waits a moment before it rises. */
const SOON = { timeout: 5_000 };

const field = (page: Page) => page.getByRole('textbox', { name: /메시지/ });
const bell = (page: Page) => page.getByRole('button', { name: /^알림/ });

/** The number on the bell, as it is read out. */
async function noticesIn(page: Page): Promise<number> {
  const said = await bell(page).textContent();
  return Number(/새 알림 (\d+)개/.exec(said ?? '')?.[1] ?? 0);
}

async function openRoom(page: Page, name: string): Promise<void> {
  await page.goto('/chat');
  await page.getByRole('link', { name }).first().click();
  await field(page).waitFor();
  await page.getByRole('log').getByText(/./).first().waitFor();
}

async function write(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
  await page
    .getByRole('log')
    .getByText(text.replace(/^@\S+ /, ''))
    .waitFor();
}

async function waitingIn(page: Page): Promise<number> {
  return Number(/^\((\d+)\)/.exec(await page.title())?.[1] ?? 0);
}

test('who is called elsewhere sees it in every tab, goes there, and it is gone in every tab', async () => {
  const jiyoung = await office.signIn('user04');
  await jiyoung.goto('/tasks');
  const other = await jiyoung.context().newPage();
  await other.goto('/reminders');
  await other.locator('#content').waitFor();
  await jiyoung.waitForTimeout(1200);
  const before = await waitingIn(jiyoung);
  const noticed = await noticesIn(jiyoung);
  const woojin = await office.signIn('user05');
  await openRoom(woojin, ROOM);

  await write(woojin, '@최지영 견적 일정을 봐 주세요');

  for (const tab of [jiyoung, other]) {
    await expect.poll(() => noticesIn(tab), SOON).toBe(noticed + 1);
    await expect.poll(() => waitingIn(tab), SOON).toBe(before + 1);
    await expect
      .poll(() => tab.locator('link[rel="icon"]').getAttribute('href'), SOON)
      .toContain('data:image/png');
  }
  await bell(jiyoung).press('Enter');
  const inbox = jiyoung.getByRole('dialog', { name: '알림' });
  await inbox.getByRole('region', { name: ROOM }).waitFor();
  expect((await new AxeBuilder({ page: jiyoung }).analyze()).violations).toEqual([]);
  await inbox.getByRole('link', { name: /새 알림: 정우진 님이 나를 불렀어요/ }).waitFor();
  await jiyoung.keyboard.press('Enter');
  await jiyoung.getByRole('log').getByText('견적 일정을 봐 주세요').waitFor();
  await inbox.waitFor({ state: 'detached' });
  const message = jiyoung.locator('[data-message][data-target]');
  await expect
    .poll(() => message.evaluate((element) => element === document.activeElement), SOON)
    .toBe(true);
  for (const tab of [jiyoung, other]) {
    await expect.poll(() => noticesIn(tab), SOON).toBe(noticed);
    await expect.poll(() => waitingIn(tab), SOON).toBeLessThanOrEqual(before);
  }
  await jiyoung.context().close();
  expect(office.complaints).toEqual([]);
});

test('a browser notification comes when nobody looks, leads there, and goes when it was seen elsewhere', async () => {
  const jiyoung = await office.openPage();
  await jiyoung.context().grantPermissions(['notifications']);
  await jiyoung.addInitScript(recordNotes);
  await signInAt(jiyoung, 'user04');
  await jiyoung.goto('/settings');
  const settings = jiyoung.getByRole('region', { name: '알림' });
  await settings.getByRole('radiogroup', { name: '브라우저 알림' }).getByText('켜기').click();
  await jiyoung.goto('/tasks');
  await jiyoung.locator('#content').waitFor();
  const woojin = await office.signIn('user05');
  await openRoom(woojin, ROOM);
  await write(woojin, '보고 있을 때 온 말');
  await expect.poll(() => waitingIn(jiyoung), SOON).toBeGreaterThan(0);
  expect(await notesOf(jiyoung)).toEqual([]);

  await lookAway(jiyoung);
  await write(woojin, '자리를 비웠을 때 온 말');

  const first = { title: ROOM, body: '정우진: 자리를 비웠을 때 온 말', isClosed: false };
  await expect.poll(() => notesOf(jiyoung), SOON).toMatchObject([first]);
  const phone = await office.signIn('user04', { width: 390, height: 780 });
  await openRoom(phone, ROOM);
  await expect.poll(() => notesOf(jiyoung), SOON).toMatchObject([{ ...first, isClosed: true }]);
  await phone.close();

  const noticed = await noticesIn(jiyoung);
  await write(woojin, '@최지영 급한 말');
  const called = { title: ROOM, body: '정우진 님이 나를 불렀어요\n@최지영 급한 말' };
  await expect.poll(async () => (await notesOf(jiyoung)).slice(1), SOON).toMatchObject([called]);
  await clickLastNote(jiyoung);
  await jiyoung.getByRole('log').getByText('급한 말').waitFor();
  await expect.poll(() => noticesIn(jiyoung), SOON).toBe(noticed);
  await jiyoung.context().close();
  expect(office.complaints).toEqual([]);
});

test('a muted room says nothing, whoever it calls', async () => {
  const jiyoung = await office.openPage();
  await jiyoung.context().grantPermissions(['notifications']);
  await jiyoung.addInitScript(recordNotes);
  await signInAt(jiyoung, 'user04');
  await jiyoung.evaluate(() => localStorage.setItem('haru.desktop-notices', 'on'));
  await muteRoom(jiyoung, ROOM);
  await jiyoung.goto('/tasks');
  await jiyoung.locator('#content').waitFor();
  await lookAway(jiyoung);
  const woojin = await office.signIn('user05');
  await openRoom(woojin, ROOM);
  const noticed = await noticesIn(jiyoung);
  await write(woojin, '@최지영 조용한 방에서 부른 말');
  await openRoom(woojin, OTHER_ROOM);
  await write(woojin, '다른 방에서 한 말');
  await expect.poll(() => notesOf(jiyoung), SOON).toMatchObject([{ title: OTHER_ROOM }]);
  expect(await noticesIn(jiyoung)).toBe(noticed);
  expect(office.complaints).toEqual([]);
});

test('over plain http one tab of a browser sounds, and the settings say why there is no more', async () => {
  await using plain = await openOffice({ officeHost: 'office.test' });
  const jiyoung = await plain.openPage();
  await jiyoung.context().addInitScript(recordSounds);
  await signInAt(jiyoung, 'user04');
  const other = await jiyoung.context().newPage();
  await other.goto('/tasks');
  await other.locator('#content').click();
  const woojin = await plain.signIn('user05');
  await openRoom(woojin, ROOM);
  const sounds = async () => (await soundsOf(jiyoung)) + (await soundsOf(other));
  await write(woojin, '소리 나는 말');
  await expect.poll(sounds, SOON).toBe(1);
  await jiyoung.waitForTimeout(1000);
  expect(await sounds()).toBe(1);

  await jiyoung.goto('/settings');
  const settings = jiyoung.getByRole('region', { name: '알림' });
  await settings
    .getByText(/https로 열려 있지 않아/)
    .first()
    .waitFor();
  await settings.getByRole('radiogroup', { name: '소리' }).getByText('끄기').click();
  await jiyoung.waitForTimeout(3000);
  const waiting = await waitingIn(other);
  const before = await sounds();
  await write(woojin, '소리 없이 온 말');
  await expect.poll(() => waitingIn(other), SOON).toBe(waiting + 1);
  expect(await sounds()).toBe(before);
  expect(plain.complaints).toEqual([]);
});

async function signInAt(page: Page, username: string): Promise<void> {
  await page.goto('/');
  await page.locator('input[autocomplete="username"]').fill(username);
  await page.locator('input[type="password"]').fill('demo-haru-2026');
  await page.keyboard.press('Enter');
  await page.locator('#content').waitFor();
}

async function muteRoom(page: Page, name: string): Promise<void> {
  await page.goto('/chat');
  const href = await page.getByRole('link', { name }).first().getAttribute('href');
  const roomId = href?.split('/').at(-1) ?? '';
  const body = JSON.stringify({ json: { roomId, muted: true } });
  const status = await page.evaluate(async (text) => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/trpc/chat.setMine', { method: 'POST', headers, body: text })).status;
  }, body);
  expect(status).toBe(200);
}

type Sounds = { sounds: number };

const soundsOf = (page: Page) => page.evaluate(() => (window as unknown as Sounds).sounds);

/** Runs in the page: counts how often it would have sounded. */
function recordSounds(): void {
  const heard = window as unknown as Sounds;
  heard.sounds = 0;
  const { resume } = AudioContext.prototype;
  AudioContext.prototype.resume = function count() {
    heard.sounds += 1;
    return resume.call(this);
  };
}
