// One key finds everything there is: typed as Koreans type, by keyboard alone, and nothing that is not one's own.
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

async function find(page: Page) {
  await page.getByRole('button', { name: '찾기' }).waitFor();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: '찾기' });
  return {
    dialog,
    field: dialog.getByRole('combobox', { name: '찾기' }),
    rows: dialog.getByRole('listbox', { name: '찾은 것' }).getByRole('option'),
  };
}

async function addTask(page: Page, title: string): Promise<void> {
  await page.goto('/tasks');
  const field = page.getByRole('textbox', { name: '할 일 추가' });
  await field.fill(title);
  await field.press('Enter');
  await page.getByText(title, { exact: true }).first().waitFor();
}

test('초성 finds a task by keyboard alone, it is marked, and the next time it comes first', async () => {
  const woojin = await office.signIn('user05');
  await addTask(woojin, '홍보물 견적서 쀼쀼');
  await woojin.goto('/');
  const { dialog, field, rows } = await find(woojin);
  await field.pressSequentially('ㄱㅈㅅㅃ', { delay: 30 });
  await rows.first().waitFor();
  expect(await rows.first().locator('mark').allInnerTexts()).toEqual(['견적서', '쀼']);
  await field.fill('쀼쀼');
  await expect.poll(() => rows.count()).toBe(1);
  expect(await field.getAttribute('aria-activedescendant')).toBe(
    await rows.first().getAttribute('id'),
  );
  await field.press('Enter');
  await woojin.waitForURL(/\/tasks\/[0-9a-f-]+/);
  await expect.poll(() => dialog.count()).toBe(0);
  await woojin.getByRole('textbox', { name: '댓글을 적어 주세요' }).waitFor();

  await woojin.goto('/');
  const again = await find(woojin);
  await expect.poll(() => again.rows.first().innerText()).toContain('홍보물 견적서 쀼쀼');
  expect(await again.dialog.getByText('최근에 연 것').count()).toBe(1);
  await again.field.press('Enter');
  await woojin.waitForURL(/\/tasks\/[0-9a-f-]+/);
  expect(office.complaints).toEqual([]);
});

test("a stranger's room and task never appear, and a colleague's talk is found and opened in its place", async () => {
  const woojin = await office.signIn('user05');
  await woojin.goto('/chat');
  await woojin.getByRole('link', { name: '고객지원팀' }).first().click();
  await woojin.getByRole('textbox', { name: /메시지/ }).fill('쮸쮸 점검 끝났어요');
  await woojin.keyboard.press('Enter');
  await woojin.getByRole('log').getByText('쮸쮸 점검 끝났어요').waitFor();

  const colleague = await office.signIn('user11');
  const found = await find(colleague);
  await found.field.pressSequentially('쮸쮸');
  await found.rows.first().waitFor();
  expect(await found.rows.first().innerText()).toContain('쮸쮸 점검');
  await found.field.press('Enter');
  const target = colleague.getByRole('log').locator('[data-target]');
  await target.waitFor();
  expect(await target.innerText()).toContain('쮸쮸 점검 끝났어요');

  const stranger = await office.signIn('user06');
  const nothing = await find(stranger);
  for (const text of ['쮸쮸', '쀼쀼', '고객지원팀']) {
    await nothing.field.fill(text);
    await nothing.dialog.getByText('찾은 것이 없어요').waitFor();
    expect(await nothing.rows.count()).toBe(0);
  }
  await nothing.field.press('Escape');
  await expect.poll(() => nothing.dialog.count()).toBe(0);
  expect(office.complaints).toEqual([]);
});

test('Tab narrows to one kind, a command begins something new, and a person opens a talk', async () => {
  const woojin = await office.signIn('user05');
  await woojin.goto('/tasks');
  const first = await find(woojin);
  await first.field.press('Shift+Tab');
  expect(
    await first.dialog.getByRole('button', { name: '명령' }).getAttribute('aria-pressed'),
  ).toBe('true');
  await first.field.fill('ㅍㄹㅁㅅㅊㄱ');
  await expect.poll(() => first.rows.first().innerText()).toBe('프로모션 추가');
  await first.field.press('Enter');
  await woojin.getByRole('dialog', { name: '프로모션 추가' }).waitFor();
  await woojin.keyboard.press('Escape');

  const second = await find(woojin);
  await second.field.fill('새 할일');
  await second.field.press('Enter');
  await expect
    .poll(() =>
      woojin
        .getByRole('textbox', { name: '할 일 추가' })
        .evaluate((field) => field === document.activeElement)
        .catch(() => false),
    )
    .toBe(true);

  const third = await find(woojin);
  await third.field.fill('ㄱㅁ');
  await third.rows.nth(2).waitFor();
  const { violations } = await new AxeBuilder({ page: woojin }).include('[role=dialog]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await third.field.fill('ㄱㅁㅅ');
  await expect.poll(() => third.rows.first().innerText()).toContain('김민수');
  await third.field.press('Enter');
  await woojin.waitForURL(/\/chat\/[0-9a-f-]+/);
  expect(office.complaints).toEqual([]);
});

test('while the server is away the search says so, keeps what is known, and finds the rest with one press', async () => {
  const page = await office.signIn('user05');
  await addTask(page, '이서연 뺘뺘 만나기');
  const { dialog, field, rows } = await find(page);
  await page.route('**/trpc/search.all**', (route) => route.abort());
  await field.fill('이서연');
  const retry = dialog.getByRole('button', { name: '다시 시도' });
  await retry.waitFor();
  await rows.filter({ hasText: '마케팅팀' }).getByText('이서연').waitFor();
  await page.unroute('**/trpc/search.all**');
  await retry.click();
  await rows.filter({ hasText: '뺘뺘' }).waitFor();
  expect(await retry.count()).toBe(0);
  await field.fill('뺘');
  await dialog.getByText(/최근 메시지에서만/).waitFor();
  office.complaints.length = 0; // the browser itself complains of what was cut off
});
