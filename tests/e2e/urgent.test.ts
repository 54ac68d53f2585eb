// What an admin sends as urgent stands on every page of those it calls until they read it, wherever they are.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

/** Everybody is in it. */
const ROOM = '전체 공지';
const bar = (page: Page) => page.getByRole('region', { name: /^(긴급 메시지|Urgent message)$/ });
const voice = (page: Page) => page.getByRole('alert');
/** Of Today. */
const talks = (page: Page) =>
  page.getByRole('list', { name: '대화' }).getByRole('listitem').filter({ hasText: ROOM });
const field = (page: Page) => page.getByRole('textbox', { name: /메시지/ });

async function openRoom(page: Page): Promise<void> {
  await page.goto('/chat');
  await page.getByRole('link', { name: ROOM }).first().click();
  await field(page).waitFor();
  await page.getByRole('log').getByText(/./).first().waitFor();
}

async function sendUrgent(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: '긴급으로 보내기' }).click();
  await field(page).fill(text);
  await field(page).press('Enter');
  await page.getByRole('log').getByText(text).waitFor();
}

/** As its owner's script would. */
async function call(page: Page, path: string, input: object): Promise<void> {
  const body = JSON.stringify({ json: input });
  const status = await page.evaluate(
    async ([to, text]) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`/trpc/${to}`, { method: 'POST', headers, body: text ?? '' })).status;
    },
    [path, body],
  );
  expect(status).toBe(200);
}

test('an urgent message is on every page of everybody in the room, in all tabs and after a reload, until it is read', async () => {
  const woojin = await office.signIn('user05');
  await woojin.goto('/tasks');
  const tab = await woojin.context().newPage();
  await tab.goto('/reminders');
  const phone = await office.signIn('user11', { width: 390, height: 780 });
  await call(phone, 'people.updateProfile', { locale: 'en' });
  await phone.goto('/tasks');
  const minsu = await office.signIn('user01');
  await openRoom(minsu);
  await sendUrgent(minsu, '지금 모두 창고로 와 주세요');

  for (const page of [woojin, tab, phone]) {
    await bar(page).getByText('지금 모두 창고로 와 주세요').waitFor();
    await bar(page).getByText(ROOM).waitFor();
    expect(await voice(page).count()).toBe(1);
  }
  expect(await voice(woojin).textContent()).toMatch(
    /^긴급 메시지: \S+, 전체 공지, 지금 모두 창고로 와 주세요$/,
  );
  await bar(phone)
    .getByRole('link', { name: /^Open the urgent message from/ })
    .waitFor();
  const width = await phone.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(390);
  expect(await bar(minsu).count()).toBe(0);

  await woojin.reload();
  await bar(woojin).getByText('지금 모두 창고로 와 주세요').waitFor();
  await woojin.goto('/');
  await talks(woojin).getByText('긴급', { exact: true }).waitFor();
  await woojin.goto('/chat');
  await woojin.getByRole('link', { name: ROOM }).filter({ hasText: '긴급' }).waitFor();
  await woojin.getByRole('button', { name: /^알림/ }).click();
  await woojin
    .getByRole('dialog', { name: '알림' })
    .getByRole('link', { name: /긴급.*지금 모두 창고로/ })
    .waitFor();
  await woojin.keyboard.press('Escape');

  await bar(woojin)
    .getByRole('link', { name: /긴급 메시지 열기/ })
    .click();
  await woojin.getByRole('log').getByText('지금 모두 창고로 와 주세요').waitFor();
  for (const page of [woojin, tab]) await bar(page).waitFor({ state: 'detached' });
  await bar(phone).waitFor();
  expect(office.complaints).toEqual([]);
});

test('closing it takes it from all my screens, taking it back from everybody’s, and a silenced room does not hide it', async () => {
  const woojin = await office.signIn('user06');
  const roomId = await woojin.evaluate(async (name) => {
    const { result } = await (await fetch('/trpc/chat.rooms')).json();
    return result.data.json.items.find(({ title }: { title: string }) => title === name).id;
  }, ROOM);
  await call(woojin, 'chat.setMine', { roomId, muted: true, notify: 'nothing' });
  const tab = await woojin.context().newPage();
  await tab.goto('/promotions');
  const minsu = await office.signIn('user01');
  await openRoom(minsu);
  await sendUrgent(minsu, '하나만 봐 주세요');
  await sendUrgent(minsu, '잘못 보낸 말이에요');
  for (const page of [woojin, tab]) await bar(page).getByText('잘못 보낸 말이에요').waitFor();
  await talks(woojin).getByText('긴급', { exact: true }).waitFor();

  const message = minsu.getByRole('article').filter({ hasText: '잘못 보낸 말이에요' });
  await message.hover();
  await message.locator('[data-message-menu]').click();
  await minsu.getByRole('menuitem', { name: '삭제', exact: true }).click();
  await minsu.getByRole('dialog').getByRole('button', { name: '삭제' }).click();
  for (const page of [woojin, tab]) {
    await bar(page).getByText('잘못 보낸 말이에요').waitFor({ state: 'detached' });
    await bar(page).getByText('하나만 봐 주세요').waitFor();
  }
  const mine = (page: Page) =>
    bar(page).getByRole('listitem').filter({ hasText: '하나만 봐 주세요' });
  await mine(tab)
    .getByRole('button', { name: /긴급 메시지 닫기/ })
    .click();
  for (const page of [woojin, tab]) await mine(page).waitFor({ state: 'detached' });
  await woojin.reload();
  await talks(woojin).waitFor();
  expect(await mine(woojin).count()).toBe(0);
  expect(office.complaints).toEqual([]);
});
