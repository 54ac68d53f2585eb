// What somebody writes while the server is gone: it stays theirs until it is saved or thrown away.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

const panel = (page: Page) => page.getByRole('complementary').last();
const unsaved = (page: Page) => page.getByText('저장하지 못하고 남아 있는 글이에요.');
const field = (page: Page, name: string) => panel(page).getByRole('textbox', { name, exact: true });

/** Puts `text` in the place of what the opened field says. */
async function rewrite(page: Page, opener: Locator, text: string): Promise<void> {
  await opener.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function leaveAndComeBack(page: Page): Promise<void> {
  await page
    .getByRole('navigation')
    .first()
    .getByRole('link', { name: '오늘', exact: true })
    .click();
  await page.waitForURL(/\/$/);
  await page.goBack();
}

async function addTask(page: Page, title: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('navigation').first().getByRole('link', { name: /^할일/ }).click();
  await page.getByRole('textbox', { name: '할 일 추가' }).fill(`@나 ${title}`);
  await page.keyboard.press('Enter');
  await page.locator('[data-task]').filter({ hasText: title }).first().click();
}

test('a title and items of a checklist outlive a dead server, leaving and a reload', async () => {
  const page = await office.signIn('user05');
  await addTask(page, '견본 고르기');
  const items = panel(page).getByRole('region', { name: '체크리스트' });
  await items.waitFor();
  await office.stopServer();
  await rewrite(
    page,
    panel(page).getByRole('button', { name: /^할일: 견본/ }),
    '견본 세 개 고르기',
  );
  await panel(page).getByText('연결이 끊겼어요', { exact: false }).first().waitFor();
  for (const item of ['빨간 것', '파란 것']) {
    await items.getByRole('textbox').fill(item);
    await page.keyboard.press('Enter');
  }
  for (const comesBack of [leaveAndComeBack, reloadWithServer]) {
    await comesBack(page);
    await unsaved(page).first().waitFor();
    expect(await field(page, '할일').inputValue()).toBe('견본 세 개 고르기');
    for (const item of ['빨간 것', '파란 것']) await items.getByText(item).waitFor();
  }
  await panel(page).getByRole('button', { name: '다시 시도' }).first().click();
  await panel(page)
    .getByRole('button', { name: /견본 세 개 고르기/ })
    .first()
    .waitFor();
  const waiting = items.getByRole('listitem').filter({ hasText: '빨간 것' });
  await waiting.getByRole('button', { name: '다시 시도' }).click();
  await items.getByRole('checkbox', { name: '빨간 것' }).waitFor();
  await items.getByRole('button', { name: '버리기' }).click();
  await page.reload();
  await items.getByRole('checkbox', { name: '빨간 것' }).waitFor();
  expect(await items.getByRole('listitem').count()).toBe(1);
  expect(await unsaved(page).count()).toBe(0);
  expect(office.complaints).toEqual([]);
});

async function reloadWithServer(page: Page): Promise<void> {
  await office.startServer();
  await page.reload();
}

test.each([
  ['프로모션', '주말 반짝 세일 2차', /주말 반짝 세일 2차/],
  ['예약', '장부 맞추기', /장부 맞추기/],
])('%s: a title that could not be saved is there again', async (screen, title, opener) => {
  const page = await office.signIn('user05');
  await page
    .getByRole('navigation')
    .first()
    .getByRole('link', { name: new RegExp(`^${screen}`) })
    .click();
  if (screen === '예약') {
    await page.getByRole('textbox', { name: /예약/ }).first().fill(`내일 9시 ${title}`);
    await page.keyboard.press('Enter');
  }
  await page.getByText(title).first().click();
  await panel(page).getByRole('button', { name: opener }).first().waitFor();
  await office.stopServer();
  await rewrite(page, panel(page).getByRole('button', { name: opener }).first(), `${title} 새로`);
  await panel(page).getByText('연결이 끊겼어요', { exact: false }).first().waitFor();
  await leaveAndComeBack(page);
  await unsaved(page).waitFor();
  await office.startServer();
  await panel(page).getByRole('button', { name: '다시 시도' }).click();
  await panel(page)
    .getByRole('button', { name: new RegExp(`${title} 새로`) })
    .first()
    .waitFor();
  await page.reload();
  await panel(page)
    .getByRole('button', { name: new RegExp(`${title} 새로`) })
    .first()
    .waitFor();
  expect(office.complaints).toEqual([]);
});

test('what was typed when Back was pressed is there again, and signing out leaves nothing of it behind', async () => {
  const page = await office.signIn('user11');
  await page
    .getByRole('navigation')
    .first()
    .getByRole('link', { name: /^프로모션/ })
    .click();
  await page.getByText('주말 반짝').first().click();
  await panel(page)
    .getByRole('button', { name: /주말 반짝/ })
    .first()
    .click();
  await page.keyboard.type(' 비밀');
  await page.goBack();
  await page.getByText('비밀').waitFor({ state: 'detached' });
  await page.goForward();
  await unsaved(page).waitFor();
  const kept = () => page.evaluate(() => Object.values<string>(localStorage).join());
  expect(await kept()).toContain('비밀');
  await page
    .getByRole('button', { name: /한지민/ })
    .last()
    .click();
  await page.getByRole('menuitem', { name: '로그아웃' }).click();
  await page.locator('input[type="password"]').waitFor();
  expect(await kept()).not.toContain('비밀');
  expect(office.complaints).toEqual([]);
});
