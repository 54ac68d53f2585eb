// Tasks by keys and by a finger: the line that adds them, the menus, choosing, the detail.
import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerOn } from '#tests/support/finger.ts';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

const line = (page: Page) => page.getByRole('textbox', { name: '할 일 추가' });
const row = (page: Page, title: string) =>
  page.locator('[data-task]').filter({ hasText: title }).first();
const panel = (page: Page, title: string) => page.getByRole('complementary', { name: title });

async function add(page: Page, text: string): Promise<void> {
  await line(page).fill(text);
  await page.keyboard.press('Enter');
}

test('Esc leaves the line for the list, where the keys go on; what was written stays', async () => {
  const page = await office.signIn('user05');
  await page.goto('/tasks');
  await page.locator('[data-task]').first().waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-task'));
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const second = await focused();
  await page.keyboard.press('c');
  await page.keyboard.type('반만 쓴 일');
  await page.keyboard.press('Escape');
  expect(await focused()).toBe(second);
  expect(await line(page).inputValue()).toBe('반만 쓴 일');
  await line(page).fill('');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  expect(await line(page).inputValue()).toBe('');
  expect(await focused()).not.toBe(null);
  expect(office.complaints).toEqual([]);
});

test('a name that means nobody or several is told, and one of several is taken by keys', async () => {
  const page = await office.signIn('user05');
  await page.goto('/tasks');
  await line(page).fill('@없는사람');
  await page.getByText('@없는사람: 그런 동료가 없어서 제목에 그대로 남아요.').waitFor();
  await line(page).fill('@ㅈ');
  await page.getByText('@ㅈ: 누구인가요?').waitFor();
  await line(page).fill('@나 ');
  await page.getByText('제목을 이어서 적어 주세요').waitFor();
  expect(await page.getByText('Enter로 추가해요').count()).toBe(0);
  await line(page).fill('@우진 서류 찾기');
  await page.getByText('@우진: 누구인가요?').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => line(page).inputValue()).toMatch(/^@[가-힣]우진 서류 찾기$/);
  await line(page).fill('@나 내 서류 찾기');
  await page.keyboard.press('Enter');
  await page.goto('/tasks?mine=true');
  await row(page, '내 서류 찾기').waitFor();
  expect(office.complaints).toEqual([]);
});

test('a new task is what the filters show, and one of nobody can be taken at once', async () => {
  const page = await office.signIn('user05');
  await page.goto('/tasks?mine=true&status=%5B%22doing%22%5D&to=2099-01-01');
  await add(page, '조건에 맞는 일');
  await row(page, '조건에 맞는 일').waitFor();
  await add(page, '@한지민 남의 일');
  await page.getByText(/남의 일.*지금 조건에는 맞지 않아/).waitFor();
  await page.goto('/tasks');
  await add(page, '주인 없는 일');
  await page.getByRole('button', { name: '나에게 맡기기' }).click();
  await page.goto('/tasks?mine=true');
  await row(page, '주인 없는 일').waitFor();
  expect(office.complaints).toEqual([]);
});

test('the menu of a key begins at what holds and marks it', async () => {
  const page = await office.signIn('user05');
  await page.goto('/tasks?mine=true');
  await add(page, '내일 표시 보기 !높음');
  await row(page, '표시 보기').focus();
  for (const [key, holds] of [
    ['s', '할 일'],
    ['p', '높음'],
    ['t', '내일'],
  ] as const) {
    await page.keyboard.press(key);
    const chosen = page.getByRole('menuitemradio', { checked: true });
    await chosen.waitFor();
    expect(await chosen.innerText()).toBe(holds);
    expect(await chosen.evaluate((item) => item === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await chosen.waitFor({ state: 'detached' });
  }
  expect(office.complaints).toEqual([]);
});

test('a finger that rests on a task begins to choose; before that no box stands there', async () => {
  const phone = await office.signIn('user05', { width: 390, height: 844, isTouch: true });
  await phone.goto('/tasks');
  const [first, second] = [0, 1].map((at) => phone.locator('[data-task]').nth(at));
  if (first === undefined || second === undefined) throw new Error('no tasks');
  await second.waitFor();
  const boxes = phone.getByRole('list', { name: '할일' }).getByRole('checkbox');
  const opacity = () => boxes.nth(1).evaluate((box) => getComputedStyle(box).opacity);
  expect(await opacity()).toBe('0');
  expect(await boxes.count()).toBeGreaterThan(1);
  const finger = await fingerOn(phone);
  const place = await first.boundingBox();
  if (place === null) throw new Error('not drawn');
  await finger.down({ x: place.x + 40, y: place.y + place.height / 2 });
  const bar = phone.getByRole('toolbar', { name: '고른 일 한꺼번에 바꾸기' });
  await bar.getByText('1개 골랐어요').waitFor();
  await finger.up();
  expect(await opacity()).toBe('1');
  expect(phone.url()).toMatch(/\/tasks$/);
  // What a finger does right after it was lifted is no press yet.
  const choose = async () => {
    if (!(await boxes.nth(1).isChecked())) await boxes.nth(1).tap();
    return bar.innerText();
  };
  await expect.poll(choose).toContain('2개 골랐어요');
  expect(office.complaints).toEqual([]);
});

test('the checklist says what it is, and the stream what was done to it', async () => {
  const page = await office.signIn('user05');
  await page.goto('/tasks');
  await add(page, '@나 창고 정리');
  await row(page, '창고 정리').click();
  const detail = panel(page, '창고 정리');
  await detail.getByRole('heading', { name: '체크리스트' }).waitFor();
  await detail.getByRole('textbox', { name: '항목 추가' }).fill('상자 접기');
  await page.keyboard.press('Enter');
  await detail.getByText('체크리스트에 더했어요: 상자 접기 (0/1)').waitFor();
  await detail.getByRole('checkbox', { name: '상자 접기' }).check();
  await detail.getByText('체크리스트에서 끝냈어요: 상자 접기 (1/1)').waitFor();
  expect(office.complaints).toEqual([]);
});

test('a description saved by keys gives the focus back, and a file leaves the way to send in sight', async () => {
  const page = await office.signIn('user05', { width: 1280, height: 700 });
  await page.goto('/tasks');
  await add(page, '@나 안내문 쓰기');
  await row(page, '안내문 쓰기').click();
  const detail = panel(page, '안내문 쓰기');
  await detail.getByRole('button', { name: /^설명/ }).click();
  await page.keyboard.type('첫 줄');
  await page.keyboard.press('ControlOrMeta+Enter');
  await detail.getByRole('textbox', { name: '설명' }).waitFor({ state: 'detached' });
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(await focused()).toMatch(/^설명/);

  const send = detail.getByRole('button', { name: '보내기' });
  const chooser = page.waitForEvent('filechooser');
  await detail.getByRole('button', { name: '파일 붙이기' }).last().click();
  const file = { name: '안내.txt', mimeType: 'text/plain', buffer: Buffer.from('안내') };
  await (await chooser).setFiles([file]);
  await detail.getByText('안내.txt').waitFor();
  await expect
    .poll(() => send.evaluate((button) => button.getBoundingClientRect().bottom < innerHeight))
    .toBe(true);
  expect(office.complaints).toEqual([]);
});

test('beside an open task the filters fade where they go on, and every one is reached by keys', async () => {
  const page = await office.signIn('user05');
  await page.goto('/tasks');
  const filters = page.locator('[data-after]');
  await row(page, '').waitFor();
  expect(await filters.count()).toBe(0);
  await row(page, '').click();
  await filters.waitFor();
  await page.getByRole('button', { name: '휴지통' }).focus();
  await page.locator('[data-before]').waitFor();
  expect(await filters.count()).toBe(0);
  expect(office.complaints).toEqual([]);
});
