// Who is here and who is writing, as two colleagues see it of each other.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

const field = (page: Page) => page.getByRole('textbox', { name: /메시지/ });
const online = (page: Page, count: number) =>
  page.getByRole('button', { name: `지금 접속한 사람 ${count}명`, exact: true });

async function openRoom(page: Page, name: string): Promise<void> {
  await page.goto('/chat');
  await page.getByRole('link', { name }).first().click();
  await field(page).waitFor();
}

test('who writes is seen writing, and who crashes disappears by itself', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await openRoom(woojin, '고객지원팀');
  await openRoom(jimin, '고객지원팀');
  await online(woojin, 2).waitFor();

  await field(jimin).pressSequentially('생각하고 있어요', { delay: 30 });
  const writing = woojin.getByText('한지민 님이 쓰고 있어요');
  await writing.waitFor();
  await jimin.keyboard.press('Enter');
  await expect.poll(() => writing.count()).toBe(0);

  await field(jimin).pressSequentially('그런데', { delay: 30 });
  await writing.waitFor();
  // No goodbye: the page is simply not there any more.
  const crash = await jimin.context().newCDPSession(jimin);
  crash.send('Page.crash').catch(() => undefined);
  await online(woojin, 1).waitFor();
  await expect.poll(() => writing.count(), { timeout: 15_000 }).toBe(0);
  expect(office.complaints).toEqual([]);
});
