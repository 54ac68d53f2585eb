// Moving is undone in a toast: on the board, however the card was carried, and on the calendar.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerOn } from '#tests/support/finger.ts';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const cardsIn = (page: Page, name: string) =>
  column(page, name)
    .locator('[data-task]')
    .evaluateAll((cards) => cards.map((card) => card.firstElementChild?.textContent));
/** What a colleague did is marked as new, and in the column of a person a card says its status. */
const cardIn = (page: Page, name: string, title: string) =>
  column(page, name).getByRole('button', { name: new RegExp(`^${title}( 새로 바뀜)?( 할 일)?$`) });

/** Two at the same board, with cards of their own on it: the last one added on top. */
async function boardOf(topic: string, columns = '') {
  const woojin = await office.signIn('user05', { width: 2400 });
  const jimin = await office.signIn('user11', { width: 2400 });
  const address = `/tasks?view=board&text=${topic}${columns}`;
  for (const page of [woojin, jimin]) {
    await page.goto(address);
    await page.getByRole('heading', { name: /0$/ }).first().waitFor();
  }
  const line = woojin.getByRole('textbox', { name: '할 일 추가' });
  for (const title of ['셋', '둘', '하나']) {
    await line.fill(`@정우진 ${topic} ${title}`);
    await line.press('Enter');
    await jimin.getByRole('button', { name: `${topic} ${title}` }).waitFor();
  }
  await expect.poll(() => woojin.locator('[data-task]').count()).toBe(3);
  return { woojin, jimin };
}

async function moveByMenu(page: Page, from: string, title: string, to: string): Promise<void> {
  const card = column(page, from).getByRole('listitem').filter({ hasText: title });
  await card.getByRole('button', { name: '옮기기' }).click();
  await page.getByRole('menuitem', { name: to, exact: true }).click();
}

/** It stays as long as the mouse is on it. */
const toast = (page: Page, said: string) => page.locator('[data-tone]').filter({ hasText: said });
const undo = (page: Page, said: string) =>
  toast(page, said).getByRole('button', { name: '되돌리기' }).click();

test('a card moved by menu and by keys goes back to its place, for both who look at it', async () => {
  const { woojin, jimin } = await boardOf('메뉴판');
  const before = await cardsIn(jimin, '할 일');
  await moveByMenu(woojin, '할 일', '메뉴판 둘', '완료');
  await cardIn(jimin, '완료', '메뉴판 둘').waitFor();
  await undo(woojin, '‘메뉴판 둘’을 완료 칸으로 옮겼어요.');
  for (const page of [woojin, jimin])
    await expect.poll(() => cardsIn(page, '할 일')).toEqual(before);

  await cardIn(woojin, '할 일', '메뉴판 둘').focus();
  for (const key of ['Space', 'ArrowRight', 'Space']) await woojin.keyboard.press(key);
  await cardIn(jimin, '진행 중', '메뉴판 둘').waitFor();
  await woojin.getByText('‘메뉴판 둘’을 진행 중 칸으로 옮겼어요.').waitFor();
  await woojin.keyboard.press('z');
  for (const page of [woojin, jimin])
    await expect.poll(() => cardsIn(page, '할 일')).toEqual(before);
  expect(office.complaints).toEqual([]);
});

test('another place in the same column is no news', async () => {
  const { woojin, jimin } = await boardOf('순서');
  await cardIn(woojin, '할 일', '순서 하나').focus();
  for (const key of ['Space', 'ArrowDown', 'Space']) await woojin.keyboard.press(key);
  await expect.poll(() => cardsIn(jimin, '할 일')).toEqual(['순서 둘', '순서 하나', '순서 셋']);
  await moveByMenu(woojin, '할 일', '순서 셋', '완료');
  await woojin.getByText('‘순서 셋’을 완료 칸으로 옮겼어요.').waitFor();
  expect(await woojin.getByText('‘순서 하나’').count()).toBe(0);
  expect(office.complaints).toEqual([]);
});

test('what a colleague moved on meanwhile stays with them, and that is said', async () => {
  const { woojin, jimin } = await boardOf('가로채기');
  await moveByMenu(woojin, '할 일', '가로채기 둘', '완료');
  await toast(woojin, '‘가로채기 둘’').hover();
  await cardIn(jimin, '완료', '가로채기 둘').waitFor();
  await moveByMenu(jimin, '완료', '가로채기 둘', '진행 중');
  await cardIn(woojin, '진행 중', '가로채기 둘').waitFor();
  await undo(woojin, '‘가로채기 둘’을 완료 칸으로 옮겼어요.');
  await woojin.getByText('그 사이 다른 곳으로 옮겨져서 그대로 두었어요.').waitFor();
  for (const page of [woojin, jimin])
    await expect.poll(() => cardsIn(page, '진행 중')).toEqual(['가로채기 둘']);
  expect(office.complaints).toEqual([]);
});

test('a card given to somebody by mouse is taken back', async () => {
  const { woojin, jimin } = await boardOf('마우스', '&columns=assignee');
  const from = await cardIn(woojin, '정우진', '마우스 하나').boundingBox();
  const to = await column(woojin, '담당 없음').boundingBox();
  if (from === null || to === null) throw new Error('the board is not there');
  await woojin.mouse.move(from.x + 40, from.y + 12);
  await woojin.mouse.down();
  await woojin.mouse.move(to.x + 60, to.y + 90, { steps: 12 });
  await woojin.mouse.up();
  await cardIn(jimin, '담당 없음', '마우스 하나').waitFor();
  await undo(woojin, '‘마우스 하나’를 담당 없음 칸으로 옮겼어요.');
  for (const page of [woojin, jimin])
    await expect
      .poll(() => cardsIn(page, '정우진'))
      .toEqual(['마우스 하나', '마우스 둘', '마우스 셋']);
  expect(office.complaints).toEqual([]);
});

test('a repeating task finished on the board and taken back leaves nothing behind', async () => {
  const { woojin, jimin } = await boardOf('되풀이');
  await woojin.getByRole('button', { name: '되풀이 둘', exact: true }).click();
  await woojin.getByRole('button', { name: /반복 없음/ }).click();
  await woojin.getByRole('button', { name: /^매주/ }).first().click();
  await woojin.keyboard.press('Escape');
  await jimin.locator('[data-task] [title^="반복"]').waitFor();
  await moveByMenu(woojin, '할 일', '되풀이 둘', '완료');
  await expect.poll(() => jimin.locator('[data-task]').count()).toBe(4);
  await undo(woojin, '‘되풀이 둘’을 완료 칸으로 옮겼어요.');
  for (const page of [woojin, jimin]) {
    await expect.poll(() => page.locator('[data-task]').count()).toBe(3);
    await column(page, '할 일').locator('[title^="반복"]').waitFor();
  }
  expect(office.complaints).toEqual([]);
});

test('a finger that rests carries a card to another column', async () => {
  const { woojin } = await boardOf('손가락');
  const finger = await fingerOn(woojin);
  const from = await cardIn(woojin, '할 일', '손가락 둘').boundingBox();
  const to = await column(woojin, '진행 중').boundingBox();
  if (from === null || to === null) throw new Error('the board is not there');
  const start = { x: from.x + 40, y: from.y + 12 };
  await finger.down(start);
  await woojin.getByRole('status').getByText('손가락 둘 집었어요').waitFor();
  await finger.move(start, { x: to.x + 60, y: to.y + 90 });
  await finger.up();
  await undo(woojin, '‘손가락 둘’을 진행 중 칸으로 옮겼어요.');
  await expect
    .poll(() => cardsIn(woojin, '할 일'))
    .toEqual(['손가락 하나', '손가락 둘', '손가락 셋']);
  expect(office.complaints).toEqual([]);
});

test('many that were finished at once go back, but for the one a colleague took on meanwhile', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  for (const page of [woojin, jimin]) await page.goto('/tasks?group=status&text=한꺼번에');
  const line = woojin.getByRole('textbox', { name: '할 일 추가' });
  for (const title of ['셋', '둘', '하나']) {
    await line.fill(`한꺼번에 ${title}`);
    await line.press('Enter');
    await woojin.getByRole('checkbox', { name: `한꺼번에 ${title} 고르기` }).check();
  }
  const bar = woojin.getByRole('toolbar', { name: '고른 일 한꺼번에 바꾸기' });
  await bar.getByRole('button', { name: '상태' }).click();
  await woojin.getByRole('menuitem', { name: '완료' }).click();
  await toast(woojin, '3개를 바꿨어요.').hover();
  await jimin.getByRole('button', { name: '한꺼번에 둘 다시 하기' }).click();
  await woojin.getByRole('button', { name: '한꺼번에 둘 완료로 바꾸기' }).waitFor();
  await jimin.getByRole('button', { name: '한꺼번에 둘 완료로 바꾸기' }).click();
  await woojin.getByRole('button', { name: '한꺼번에 둘 다시 하기' }).waitFor();
  await undo(woojin, '3개를 바꿨어요.');
  await woojin.getByText(/그 사이 다른 사람이 같은 항목을 바꿨어요/).waitFor();
  for (const page of [woojin, jimin]) {
    await page.getByRole('button', { name: '한꺼번에 하나 완료로 바꾸기' }).waitFor();
    await page.getByRole('button', { name: '한꺼번에 셋 완료로 바꾸기' }).waitFor();
    await page.getByRole('button', { name: '한꺼번에 둘 다시 하기' }).waitFor();
  }
  expect(office.complaints).toEqual([]);
});

test('on a phone a finger that rests carries a task to another day of the small month', async () => {
  const woojin = await office.signIn('user05', { width: 390, height: 844 });
  const jimin = await office.signIn('user11');
  await woojin.goto('/tasks?text=전화기');
  const line = woojin.getByRole('textbox', { name: '할 일 추가' });
  await line.fill('2027-03-10 전화기 들기');
  await line.press('Enter');
  await woojin.getByRole('button', { name: '전화기 들기', exact: true }).waitFor();
  for (const page of [woojin, jimin])
    await page.goto('/tasks?view=calendar&month=2027-03&text=전화기');
  const chipOn = (page: Page, day: string) =>
    page.getByRole('region', { name: day }).getByRole('button', { name: '전화기 들기' });
  const finger = await fingerOn(woojin);
  const from = await chipOn(woojin, '3월 10일').boundingBox();
  const to = await woojin.getByRole('button', { name: /3월 18일/ }).boundingBox();
  if (from === null || to === null) throw new Error('the month is not there');
  const start = { x: from.x + 40, y: from.y + 12 };
  await finger.down(start);
  await woojin.getByRole('status').getByText('전화기 들기 집었어요').waitFor();
  await finger.move(start, { x: to.x + 20, y: to.y + 20 });
  await woojin
    .getByRole('status')
    .getByText(/전화기 들기: .*3월 18일.*옮겨요/)
    .waitFor();
  await finger.up();
  await chipOn(jimin, '3월 18일').waitFor();
  await chipOn(woojin, '3월 18일').waitFor();
  await undo(woojin, '‘전화기 들기’ 기한을 2027년 3월 18일');
  for (const page of [woojin, jimin]) await chipOn(page, '3월 10일').waitFor();
  expect(office.complaints).toEqual([]);
});
