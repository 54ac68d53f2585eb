// How tasks are listed: grouped and sorted, on a board of people, by day, as a file.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seoulDay } from '#server/seoul.schema.ts';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

async function add(page: Page, line: string): Promise<void> {
  await page.getByRole('textbox', { name: '할 일 추가' }).fill(line);
  await page.keyboard.press('Enter');
}

function head(page: Page, group: string) {
  return page.getByRole('heading', { name: new RegExp(`^${group}`) }).getByRole('button');
}

async function countOf(page: Page, group: string): Promise<number> {
  return Number((await head(page, group).innerText()).replace(/\D/g, ''));
}

test('a grouped list counts what a colleague adds, folds, and is walked by keys', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await woojin.goto('/tasks?group=status&sort=created');
  await jimin.goto('/tasks');
  await head(woojin, '할 일').waitFor();
  const before = await countOf(woojin, '할 일');

  await add(jimin, '묶음 확인하기');
  const row = woojin.getByRole('button', { name: '묶음 확인하기', exact: true });
  await row.waitFor();
  await expect.poll(() => countOf(woojin, '할 일')).toBe(before + 1);
  const rows = woojin.getByRole('list', { name: '할일' }).getByRole('listitem');
  expect(await rows.nth(1).innerText()).toContain('묶음 확인하기');

  await woojin.keyboard.press('j');
  await woojin.keyboard.press('s');
  await woojin.getByRole('menuitemradio', { name: '진행 중' }).click();
  await expect.poll(() => countOf(woojin, '할 일')).toBe(before);
  await woojin.getByRole('button', { name: '되돌리기' }).click();
  await expect.poll(() => countOf(woojin, '할 일')).toBe(before + 1);

  await head(woojin, '할 일').click();
  await row.waitFor({ state: 'detached' });
  await woojin.getByRole('link', { name: '프로모션' }).first().click();
  await woojin.getByRole('link', { name: /^할일/ }).first().click();
  await expect.poll(() => head(woojin, '할 일').getAttribute('aria-expanded')).toBe('false');
  expect(office.complaints).toEqual([]);
});

test('a card is given to a colleague by keyboard, and Esc leaves it where it was', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await jimin.goto('/tasks?mine=true&text=카드+넘기기');
  await jimin.getByText('조건에 맞는 일이 없어요').waitFor();
  await woojin.goto('/tasks?view=board&columns=assignee&text=카드+넘기기');
  await woojin.getByRole('region', { name: '한지민' }).waitFor();
  await add(woojin, '@정우진 카드 넘기기');
  const mine = woojin.getByRole('region', { name: '정우진' });
  const card = mine.getByRole('button', { name: '카드 넘기기' });
  await card.focus();

  await woojin.keyboard.press('Space');
  await woojin.getByRole('status').getByText('카드 넘기기 집었어요').waitFor();
  await woojin.keyboard.press('ArrowRight');
  await woojin
    .getByRole('status')
    .getByText(/칸 1번째예요/)
    .waitFor();
  await woojin.keyboard.press('Escape');
  await woojin.getByRole('status').getByText('제자리로 돌려놓았어요').waitFor();
  expect(await card.count()).toBe(1);

  const names = await woojin
    .getByRole('region')
    .filter({ has: woojin.getByRole('heading') })
    .evaluateAll((columns) => columns.map((column) => column.getAttribute('aria-label')));
  const steps = names.indexOf('한지민') - names.indexOf('정우진');
  expect(steps).toBeGreaterThan(0);
  await woojin.keyboard.press('Space');
  for (let step = 0; step < steps; step += 1) await woojin.keyboard.press('ArrowRight');
  await woojin.keyboard.press('Space');
  await woojin
    .getByRole('region', { name: '한지민' })
    .getByRole('button', { name: '카드 넘기기' })
    .waitFor();
  await jimin.getByRole('button', { name: /^카드 넘기기( 새로 바뀜)?$/ }).waitFor();
  expect(office.complaints).toEqual([]);
});

test('a task put on another day by keyboard is due then, on the other screen too', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await woojin.goto('/tasks?text=날짜+옮기기');
  await add(woojin, '2027-03-10 날짜 옮기기');
  await woojin
    .getByRole('button', { name: /날짜 옮기기/ })
    .first()
    .waitFor();
  for (const page of [woojin, jimin])
    await page.goto('/tasks?view=calendar&month=2027-03&text=날짜+옮기기');
  const chipOn = (page: Page, day: string) =>
    page.getByRole('region', { name: day }).getByRole('button', { name: '날짜 옮기기' });
  await chipOn(woojin, '3월 10일').waitFor();
  for (const key of ['j', 'Space', 'ArrowDown', 'ArrowLeft', 'Space'])
    await woojin.keyboard.press(key);
  await chipOn(jimin, '3월 16일').waitFor();
  await woojin.getByRole('button', { name: '되돌리기' }).click();
  await chipOn(jimin, '3월 10일').waitFor();
  expect(office.complaints).toEqual([]);
});

test('while tasks are on their way, places for them stand on the board and in the month', async () => {
  const woojin = await office.signIn('user05');
  const tasks = woojin.locator('[data-task]');
  for (const view of ['보드', '달력']) {
    await woojin.goto('/tasks?text=zzzz');
    await woojin.getByText('조건에 맞는 일이 없어요').waitFor();
    const answered = Promise.withResolvers<void>();
    await woojin.route(/tasks\.list/, async (route) => {
      await answered.promise;
      await route.continue();
    });
    await woojin.getByRole('searchbox', { name: '제목에서 찾기' }).fill('');
    await woojin.getByText(view, { exact: true }).click();
    const days = woojin.getByRole('region', { name: '달력' });
    const places = (view === '보드' ? woojin.getByRole('region', { name: '할 일' }) : days).locator(
      '[aria-busy]',
    );
    await places.waitFor();
    expect(await tasks.count()).toBe(0);
    answered.resolve();
    await tasks.first().waitFor();
    await expect.poll(() => woojin.locator('[aria-busy]').count()).toBe(0);
    await woojin.unroute(/tasks\.list/);
  }
  expect(office.complaints).toEqual([]);
});

test('the filtered list becomes a file that a spreadsheet reads', async () => {
  const woojin = await office.signIn('user05');
  await woojin.goto('/tasks?text=내보낼&sort=created');
  await add(woojin, '=내보낼 "첫째"');
  await add(woojin, '내보낼 둘째');
  await woojin.getByRole('button', { name: '내보낼 둘째', exact: true }).waitFor();
  const saved = async (format: string) => {
    await woojin.getByRole('button', { name: '내보내기' }).click();
    const [download] = await Promise.all([
      woojin.waitForEvent('download'),
      woojin.getByRole('menuitem', { name: format }).click(),
    ]);
    return {
      name: download.suggestedFilename(),
      text: await readFile(await download.path(), 'utf8'),
    };
  };
  const csv = await saved('CSV');
  expect(csv.name).toBe(`할일 ${seoulDay(new Date())}.csv`);
  const [columns, second, first, end] = csv.text.split('\r\n');
  expect(columns).toMatch(/^\uFEFF"제목","상태",/);
  expect(second).toMatch(/^"내보낼 둘째","할 일","보통",/);
  expect(first).toMatch(/^"'=내보낼 ""첫째""","할 일",/);
  expect(end).toBe('');
  const json = await saved('JSON');
  expect(JSON.parse(json.text)).toMatchObject([
    { title: '내보낼 둘째', status: 'todo', creator: '정우진' },
    { title: '=내보낼 "첫째"' },
  ]);
  expect(office.complaints).toEqual([]);
});
