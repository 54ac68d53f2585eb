// Coming back to a conversation shows it where it was left.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

const ROOM = '전체 공지';
const log = (page: Page) => page.getByRole('log');
const toTasks = (page: Page) => page.getByRole('link', { name: /^할일/ }).first().click();
const topPx = (page: Page) => log(page).evaluate((element) => element.scrollTop);
const fromEndPx = (page: Page) =>
  log(page).evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop);

async function openRoom(page: Page): Promise<void> {
  await page.goto('/chat');
  await page.getByRole('link', { name: ROOM }).first().click();
  await log(page).getByRole('article').first().waitFor();
}

/** What stands at the upper edge, and how far of it is above. */
function readingAt(page: Page): Promise<{ id: string | undefined; abovePx: number }> {
  return log(page).evaluate((element) => {
    const edge = element.getBoundingClientRect().top;
    const rows = [...element.querySelectorAll<HTMLElement>('[data-message]')];
    const first = rows.find((row) => row.getBoundingClientRect().bottom > edge);
    const abovePx = Math.round(edge - (first?.getBoundingClientRect().top ?? 0));
    return { id: first?.dataset['message'], abovePx };
  });
}

test('a room is where it was left after another screen, also high up, and follows its end if it did', async () => {
  const woojin = await office.signIn('user05', { height: 600 });
  await openRoom(woojin);
  await expect.poll(() => fromEndPx(woojin)).toBeLessThan(2);
  for (const upPx of [500, 2_500]) {
    await log(woojin).hover();
    const before = await topPx(woojin);
    for (let upBy = 0; upBy < upPx; upBy += 250) await woojin.mouse.wheel(0, -250);
    await expect.poll(() => topPx(woojin)).not.toBe(before);
    let left = await readingAt(woojin);
    await expect
      .poll(
        async () => {
          const was = left;
          left = await readingAt(woojin);
          return was.id === left.id && was.abovePx === left.abovePx;
        },
        { interval: 400 },
      )
      .toBe(true);

    await toTasks(woojin);
    await log(woojin).waitFor({ state: 'detached' });
    await woojin.goBack();
    await log(woojin).getByRole('article').first().waitFor();
    await expect.poll(async () => (await readingAt(woojin)).id).toBe(left.id);
    const { abovePx } = await readingAt(woojin);
    expect(Math.abs(abovePx - left.abovePx)).toBeLessThan(3);
  }

  await woojin.getByRole('button', { name: /맨 아래|최신|새 메시지/ }).click();
  await expect.poll(() => fromEndPx(woojin)).toBeLessThan(2);
  await toTasks(woojin);
  await log(woojin).waitFor({ state: 'detached' });
  await woojin.goBack();
  await log(woojin).getByRole('article').first().waitFor();
  await expect.poll(() => fromEndPx(woojin)).toBeLessThan(2);
  expect(office.complaints).toEqual([]);
});
