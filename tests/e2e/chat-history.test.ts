// What was said before: links to messages, days, the keyboard.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

const field = (page: Page) => page.getByRole('textbox', { name: /메시지/ });
const log = (page: Page) => page.getByRole('log');
const shown = (page: Page) => log(page).locator('[data-target]');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

async function openRoom(page: Page, name: string): Promise<string> {
  await page.goto('/chat');
  await page.getByRole('link', { name }).first().click();
  await field(page).waitFor();
  await log(page).getByText(/./).first().waitFor();
  return new URL(page.url()).pathname;
}

test('a link to a message opens the room there, shows which one is meant, and leads back to now', async () => {
  const woojin = await office.signIn('user05');
  const room = await openRoom(woojin, '고객지원팀');

  await woojin.goto(`${room}?no=40`);

  await shown(woojin).waitFor();
  const said = await shown(woojin).innerText();
  expect(await isInView(woojin, said)).toBe(true);
  await woojin.getByRole('button', { name: '맨 아래로' }).click();
  await expect.poll(() => shown(woojin).count()).toBe(0);
  await expect.poll(() => woojin.getByRole('button', { name: '맨 아래로' }).count()).toBe(0);
  await expect.poll(() => woojin.getByTitle('날짜로 이동').innerText()).toMatch(/오늘|어제/);
  expect(office.complaints).toEqual([]);
});

test('the calendar leads to the first message of a day, and offers only days on which something was said', async () => {
  const woojin = await office.signIn('user05');
  await openRoom(woojin, '고객지원팀');
  const day = woojin.getByTitle('날짜로 이동');
  const isSeen = () => day.evaluate((chip) => chip.checkVisibility({ opacityProperty: true }));
  // At rest it covers no words.
  await expect.poll(isSeen).toBe(false);
  await day.hover();
  await expect.poll(isSeen).toBe(true);
  await day.click();
  const calendar = woojin.getByRole('dialog', { name: '날짜로 이동' });
  const days = calendar.locator('button[aria-label*="년"]');
  await expect.poll(() => days.locator(':scope:not(:disabled)').count()).toBeGreaterThan(1);
  expect(await days.locator(':scope:disabled').count()).toBeGreaterThan(0);
  const first = days.locator(':scope:not(:disabled)').first();
  const name = (await first.getAttribute('aria-label')) ?? '';

  await first.click();

  await shown(woojin).waitFor();
  const heading = log(woojin).locator(`time[title="${name}"]`).first();
  await heading.waitFor();
  expect(office.complaints).toEqual([]);
});

test('by keyboard: F6 goes from part to part, the arrows from message to message, and Tab leaves them', async () => {
  const woojin = await office.signIn('user05');
  await openRoom(woojin, '고객지원팀');
  await field(woojin).focus();

  await woojin.keyboard.press('Shift+F6');
  expect(await log(woojin).evaluate((element) => element === document.activeElement)).toBe(true);
  await woojin.keyboard.press('ArrowUp');
  const newest = await focused(woojin);
  for (let steps = 0; steps < 90; steps += 1) await woojin.keyboard.press('ArrowUp');
  const older = await focused(woojin);
  expect(older).not.toBe(newest);
  expect(await isInView(woojin, older)).toBe(true);
  await woojin.keyboard.press('End');
  await expect.poll(() => focused(woojin)).toBe(newest);

  await woojin.keyboard.press('F6');
  expect(await field(woojin).evaluate((element) => element === document.activeElement)).toBe(true);
  expect(office.complaints).toEqual([]);
});

/** Some message that says this stands in the visible part of the conversation. */
async function isInView(page: Page, words: string): Promise<boolean> {
  return await log(page).evaluate((element, said) => {
    const { top, bottom } = element.getBoundingClientRect();
    const plain = (text: string) => text.replaceAll(/\s+/g, '');
    return [...element.querySelectorAll('[data-message]')].some((message) => {
      const box = message.getBoundingClientRect();
      const isMeant = plain(message.textContent) === plain(said);
      return isMeant && box.bottom > top && box.top < bottom;
    });
  }, words);
}
