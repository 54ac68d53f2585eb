import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

async function unfoldDone(page: Page): Promise<void> {
  await page
    .getByRole('heading', { name: /^완료/ })
    .getByRole('button', { expanded: false })
    .click();
}

test('two colleagues see each other add, finish and open tasks', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  for (const page of [woojin, jimin]) {
    await page.goto('/tasks?text=라이브+대본+다시');
    await page.getByText('조건에 맞는 일이 없어요').waitFor();
  }

  await woojin.getByRole('textbox', { name: '할 일 추가' }).fill('라이브 대본 다시 읽기');
  await woojin.keyboard.press('Enter');
  await jimin.getByRole('button', { name: '라이브 대본 다시 읽기', exact: true }).waitFor();

  await jimin.getByRole('button', { name: '라이브 대본 다시 읽기 완료로 바꾸기' }).click();
  for (const page of [woojin, jimin]) {
    await page.getByText('남은 일이 없어요').waitFor();
    await unfoldDone(page);
  }
  await woojin.getByRole('button', { name: '라이브 대본 다시 읽기 다시 하기' }).waitFor();

  await woojin.getByRole('button', { name: '라이브 대본 다시 읽기 새로 바뀜' }).click();
  await jimin.getByRole('button', { name: '라이브 대본 다시 읽기', exact: true }).click();
  await woojin.getByRole('textbox', { name: '댓글을 적어 주세요' }).fill('다 읽었어요');
  await woojin.getByRole('button', { name: '보내기', exact: true }).click();
  await jimin.getByText('다 읽었어요').waitFor();
  expect(office.complaints).toEqual([]);
});

test('one line says who and when; several tasks change together, and each says who changed what', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  for (const page of [woojin, jimin]) await page.goto('/tasks?text=전단');
  const line = woojin.getByRole('textbox', { name: '할 일 추가' });
  for (const title of ['전단 시안', '전단 인쇄']) {
    await line.fill(`@한지민 !높음 내일 3시 #전단 ${title}`);
    await woojin
      .getByRole('status', { name: '이렇게 추가해요' })
      .getByText('내일 오후 3:00')
      .waitFor();
    await woojin.keyboard.press('Enter');
    await jimin.getByRole('button', { name: new RegExp(`^${title} ?높음`) }).waitFor();
  }
  for (const title of ['전단 시안', '전단 인쇄'])
    await woojin.getByRole('checkbox', { name: `${title} 고르기` }).check();
  const bar = woojin.getByRole('toolbar', { name: '고른 일 한꺼번에 바꾸기' });
  await bar.getByText('2개 골랐어요').waitFor();

  await bar.getByRole('button', { name: '상태' }).click();
  await woojin.getByRole('menuitem', { name: '완료' }).click();

  await unfoldDone(jimin);
  for (const title of ['전단 시안', '전단 인쇄'])
    await jimin.getByRole('button', { name: `${title} 다시 하기` }).waitFor();
  await jimin.getByRole('button', { name: /^전단 시안 ?높음/ }).click();
  const stream = jimin.getByRole('region', { name: '댓글과 바뀐 내용' });
  await stream.getByText('상태: 할 일 → 완료').waitFor();
  await woojin.keyboard.press('Escape');
  expect(office.complaints).toEqual([]);
});

test('a card moved on the board moves on the other screen, by mouse, keyboard and menu', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  for (const page of [woojin, jimin]) await page.goto('/tasks?view=board');
  const cardIn = (page: typeof woojin, column: string, title: string) =>
    page.getByRole('region', { name: column }).getByRole('button', { name: title }).first();
  const todo = woojin.getByRole('region', { name: '할 일' }).getByRole('listitem');
  const doing = jimin.getByRole('heading', { name: /^진행 중 ?[1-9]/ });
  await todo.first().waitFor();
  const countOf = async () => Number((await doing.innerText()).replace(/\D/g, ''));
  const before = await countOf();

  const card = await todo.first().boundingBox();
  const column = await woojin
    .getByRole('region', { name: '진행 중' })
    .getByRole('listitem')
    .nth(1)
    .boundingBox();
  if (card === null || column === null) throw new Error('the board is not there');
  await woojin.mouse.move(card.x + 60, card.y + 20);
  await woojin.mouse.down();
  await woojin.mouse.move(card.x + 90, card.y + 30, { steps: 4 });
  await woojin.mouse.move(column.x + 60, column.y + 20, { steps: 12 });
  await woojin.mouse.up();
  await expect.poll(countOf).toBe(before + 1);

  const title = (await cardIn(woojin, '할 일', '').innerText()).split('\n')[0] ?? '';
  await woojin
    .getByRole('region', { name: '할 일' })
    .getByRole('button', { name: '옮기기' })
    .first()
    .click();
  await woojin.getByRole('menuitem', { name: '완료' }).click();
  await cardIn(jimin, '완료', title).waitFor();
  expect(office.complaints).toEqual([]);
});
