// An empty server, as whoever started it meets it: two ways in, both with the token from the terminal.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

function tokenOf(office: Office): string {
  return /^\s+([0-9a-z]+(?:-[0-9a-z]+){2,})\s*$/m.exec(office.said())?.[1] ?? '';
}

async function openFirstPage(office: Office): Promise<Page> {
  const page = await office.openPage();
  await page.goto('/');
  await page.getByRole('textbox', { name: '설치 코드' }).fill(tokenOf(office));
  return page;
}

test('an empty Haru gets its first admin', async () => {
  await using office = await openOffice({ isEmpty: true });
  const page = await openFirstPage(office);
  await page.getByRole('textbox', { name: '이름' }).fill('김하루');
  await page.getByRole('textbox', { name: '아이디' }).fill('haru');
  await page.locator('input[type="password"]').fill('조용한-아침-2026');
  await page.getByRole('button', { name: '시작하기' }).click();
  await page.locator('#content').waitFor();
  await page.getByRole('navigation').getByText('관리').first().waitFor();
  expect(office.complaints).toEqual([]);
});

test('an empty Haru loads the demo company, and one of its people signs in', async () => {
  await using office = await openOffice({ isEmpty: true });
  const page = await openFirstPage(office);
  await page.getByText('데모 회사 둘러보기').click();
  await page.getByRole('button', { name: /불러오기/ }).click();
  await page.locator('input[autocomplete="username"]').waitFor();
  const woojin = await office.signIn('user05');
  await woojin.goto('/tasks');
  await woojin.getByRole('list', { name: '할일' }).waitFor();
  expect(office.complaints).toEqual([]);
});
