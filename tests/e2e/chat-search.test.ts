// Finding what was said, and reading it where it was said.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

test('a colleague finds two syllables by keyboard and reads them in their place', async () => {
  const woojin = await office.signIn('user05');
  await woojin.goto('/chat');
  await woojin.getByRole('list', { name: '대화방' }).first().waitFor();
  await woojin.keyboard.press('/');
  const field = woojin.getByRole('combobox', { name: '메시지 검색' });
  await field.pressSequentially('확인');
  const found = woojin.getByRole('listbox', { name: '찾은 메시지' }).getByRole('option');
  await found.first().waitFor();
  expect(await found.first().locator('mark').first().innerText()).toBe('확인');
  await field.press('ArrowDown');
  const line = found.nth(1);
  expect(await line.getAttribute('aria-selected')).toBe('true');

  await field.press('Enter');

  await woojin.waitForURL(/\/chat\/[0-9a-f-]+/);
  const shown = woojin.getByRole('log').locator('[data-target]');
  await shown.waitFor();
  expect(await shown.innerText()).toContain('확인');
  expect(office.complaints).toEqual([]);
});

test('filters are typed or picked, become chips, and a room can be searched by itself', async () => {
  const woojin = await office.signIn('user05');
  await woojin.goto('/chat');
  await woojin.getByRole('link', { name: '고객지원팀' }).first().click();
  await woojin.getByRole('button', { name: '이 대화방에서 검색' }).click();
  const field = woojin.getByRole('combobox', { name: '메시지 검색' });
  await woojin.getByRole('button', { name: '대화방: 지우기' }).waitFor();
  await field.pressSequentially('보낸사람:');
  const offered = woojin.getByRole('listbox', { name: '고를 수 있는 이름' }).getByRole('option');
  const name = await offered.first().innerText();
  await field.press('Enter');
  await woojin.getByRole('button', { name: '보낸 사람: 지우기' }).waitFor();
  expect(await field.inputValue()).toBe('');
  await expect.poll(() => woojin.getByText(name).count()).toBeGreaterThan(0);
  await field.pressSequentially('쀍쫡');
  await woojin.getByText('찾은 메시지가 없어요').waitFor();
  await field.press('Escape');
  await expect.poll(() => field.count()).toBe(0);
  expect(office.complaints).toEqual([]);
});
