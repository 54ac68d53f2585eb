// Two people side by side: what one does, the other sees, without touching anything.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

async function openRoom(page: Page, name: string): Promise<void> {
  await page.goto('/chat');
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click();
  await page.getByRole('textbox', { name: /메시지/ }).waitFor();
}

test('a message appears at once on the other screen, and its unread number goes when it is read', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await openRoom(woojin, '고객지원팀');
  await openRoom(jimin, '고객지원팀');
  await woojin.getByRole('textbox', { name: /메시지/ }).fill('지금 바로 보이나요?');
  await woojin.keyboard.press('Enter');
  const log = jimin.getByRole('log');
  await log.getByText('지금 바로 보이나요?').waitFor();
  await jimin.getByRole('textbox', { name: /메시지/ }).fill('네, 바로 보여요');
  await jimin.keyboard.press('Enter');
  await woojin.getByRole('log').getByText('네, 바로 보여요').waitFor();
  expect(office.complaints).toEqual([]);
});

test('a promotion that is edited changes on the other screen', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await jimin.goto('/promotions');
  await jimin.getByText('주말 반짝 세일 2차').first().waitFor();
  await woojin.goto('/promotions');
  await woojin.getByText('주말 반짝 세일 2차').first().click();
  await woojin
    .getByRole('complementary')
    .getByRole('button', { name: /주말 반짝 세일 2차/ })
    .first()
    .click();
  await woojin.keyboard.press('ControlOrMeta+a');
  await woojin.keyboard.type('주말 번개 세일');
  await woojin.keyboard.press('Enter');
  await jimin.getByText('주말 번개 세일').first().waitFor();
  expect(office.complaints).toEqual([]);
});

test('a reminder falling due shows its banner on every page of that person, and is done in all at once', async () => {
  const first = await office.signIn('user20');
  await first.goto('/reminders');
  const second = await first.context().newPage();
  await second.goto('/tasks');
  const at = new Date(Date.now() + 2_000);
  const token = await first.evaluate(async (dueAt) => {
    const id = [...crypto.getRandomValues(new Uint8Array(16))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
    const uuid = `${id.slice(0, 8)}-${id.slice(8, 12)}-4${id.slice(13, 16)}-8${id.slice(17, 20)}-${id.slice(20)}`;
    const body = JSON.stringify({
      json: { id: uuid, title: '창고에 전화하기', dueAt },
      meta: { values: { dueAt: ['Date'] } },
    });
    const answer = await fetch('/trpc/reminders.create', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return answer.status;
  }, at.toISOString());
  expect(token).toBe(200);
  const banner = (page: Page) =>
    page.getByRole('region', { name: /예약/ }).getByText('창고에 전화하기');
  await banner(first).waitFor();
  await banner(second).waitFor();
  const region = second.getByRole('region', { name: /예약/ });
  const head = region.getByRole('button', { name: /때가 된 예약/ });
  if ((await head.count()) > 0) await head.click();
  await region.getByRole('button', { name: '창고에 전화하기 완료' }).click();
  await expect.poll(() => banner(first).count()).toBe(0);
  expect(office.complaints).toEqual([]);
});

test('the screen catches up by itself when the server was restarted under it, and keeps what was being written', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await woojin.goto('/tasks');
  await openRoom(jimin, '고객지원팀');
  await jimin.getByRole('textbox', { name: /메시지/ }).fill('쓰던 글');
  await office.stopServer();
  await office.startServer();
  await woojin.reload();
  await openRoom(woojin, '고객지원팀');
  await woojin.getByRole('textbox', { name: /메시지/ }).fill('다시 켜졌어요');
  await woojin.keyboard.press('Enter');
  await jimin.getByRole('log').getByText('다시 켜졌어요').waitFor();
  expect(await jimin.getByRole('textbox', { name: /메시지/ }).inputValue()).toBe('쓰던 글');
  expect(office.complaints).toEqual([]);
});

test('an idle page asks for nothing', async () => {
  const woojin = await office.signIn('user06');
  await woojin.goto('/');
  await woojin.waitForTimeout(3_000);
  const asked: string[] = [];
  woojin.on('request', (request) => asked.push(request.url()));
  await woojin.waitForTimeout(30_000);
  expect(asked).toEqual([]);
}, 90_000);
