import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

test('a promotion that one adds, edits and stops changes on the other screen, the counts too', async () => {
  const jiyoung = await office.signIn('user04');
  const woojin = await office.signIn('user05');
  for (const page of [jiyoung, woojin]) await page.goto('/promotions');
  await woojin.getByRole('button', { name: '분류' }).click();
  const countOf = (name: string) =>
    woojin.getByRole('dialog', { name: '분류' }).getByRole('button', { name });

  await jiyoung.getByRole('button', { name: '프로모션 추가' }).click();
  await jiyoung.getByRole('textbox', { name: '제목' }).fill('첫눈 오는 날');
  await jiyoung.getByRole('combobox', { name: '분류' }).fill('깜짝');
  await jiyoung.getByRole('button', { name: '매장', exact: true }).click();
  await jiyoung.getByRole('button', { name: '추가하기' }).click();
  await countOf('깜짝').filter({ hasText: '1' }).waitFor();
  await woojin.keyboard.press('Escape');
  const row = woojin.getByRole('region', { name: '진행 중' }).getByRole('button', { name: '첫눈' });
  await row.waitFor();

  const panel = jiyoung.getByRole('complementary', { name: '첫눈 오는 날' });
  await panel.getByRole('button', { name: /^제목/ }).click();
  await jiyoung.keyboard.type(' 무료 배송');
  await jiyoung.keyboard.press('Enter');
  await row.filter({ hasText: '첫눈 오는 날 무료 배송' }).waitFor();

  await jiyoung.getByRole('button', { name: '중지하기' }).click();
  await woojin
    .getByRole('region', { name: '중지' })
    .getByRole('button', { name: '첫눈' })
    .waitFor();
  expect(office.complaints).toEqual([]);
});

test('two who write over each other decide whose words stay', async () => {
  const jiyoung = await office.signIn('user04');
  const woojin = await office.signIn('user05');
  for (const page of [jiyoung, woojin]) {
    await page.goto('/promotions?status=scheduled');
    await page.getByRole('region', { name: '예정' }).getByRole('listitem').first().click();
    await page.getByRole('button', { name: /^내용/ }).click();
  }
  const text = (page: typeof woojin) => page.getByRole('textbox', { name: '내용', exact: true });
  await text(jiyoung).fill('지영이 쓴 내용');
  await text(woojin).fill('우진이 쓴 내용');
  await jiyoung.keyboard.press('Control+Enter');
  await text(jiyoung).waitFor({ state: 'detached' });
  await woojin.keyboard.press('Control+Enter');

  const question = woojin.getByRole('alert');
  await question.getByText('지영이 쓴 내용').waitFor();
  await question.getByText('우진이 쓴 내용').waitFor();
  await woojin.getByRole('button', { name: '내가 적은 내용 고르기' }).click();
  await jiyoung.getByRole('button', { name: /^내용: 우진이 쓴 내용/ }).waitFor();
  expect(office.complaints).toEqual([]);
});

test('the filters stand in the URL and survive a reload; the month shows bars and today', async () => {
  const page = await office.signIn('user04');
  await page.goto('/promotions');
  await page.getByRole('button', { name: '상태' }).click();
  await page.getByRole('dialog', { name: '상태' }).getByRole('button', { name: /^종료/ }).click();
  await page.waitForURL(/status=ended/);
  await page.reload();
  await page.getByRole('region', { name: '종료' }).waitFor();
  await expect.poll(() => page.getByRole('region', { name: '진행 중' }).count()).toBe(0);

  await page.getByRole('button', { name: '분류' }).click();
  const choice = page.getByRole('dialog', { name: '분류' }).getByRole('button', { name: /\d$/ });
  const [, count] = /(\d+)$/.exec((await choice.first().textContent()) ?? '') ?? [];
  await choice.first().click();
  await page
    .getByRole('region', { name: '종료' })
    .getByRole('heading', { name: new RegExp(`종료\\s*${count}$`) })
    .waitFor();
  await page.getByRole('button', { name: '분류: 지우기' }).click();

  await page.getByRole('button', { name: '상태: 지우기' }).click();
  await page.getByText('타임라인', { exact: true }).click();
  await page.waitForURL(/view=timeline/);
  await page.locator('[aria-current="date"]').waitFor();
  const [bar] = await page.getByRole('button', { name: /진행 중$/ }).all();
  await bar?.click();
  await page.waitForURL(/\/promotions\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: '다음 달로 복사' }).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL(/\/promotions\?view=timeline/);
  expect(office.complaints).toEqual([]);
});

/** A promotion of one's own, in a category nobody else has; its page is open afterwards. */
async function addPromotion(page: Page, given: { title: string; category: string }) {
  await page.getByRole('button', { name: '프로모션 추가' }).click();
  const dialog = page.getByRole('dialog', { name: '프로모션 추가' });
  await dialog.getByRole('textbox', { name: '제목' }).fill(given.title);
  await dialog.getByRole('combobox', { name: '분류' }).fill(given.category);
  await dialog.getByRole('button', { name: '매장', exact: true }).click();
  await dialog.getByLabel('시작일').fill('2031-03-03');
  await dialog.getByLabel('종료일').fill('2031-03-10');
  return dialog;
}

test('a bar is moved by keyboard, given up, pulled by mouse and put back, as the other screen sees', async () => {
  const jiyoung = await office.signIn('user04');
  const woojin = await office.signIn('user05');
  await jiyoung.goto('/promotions');
  const dialog = await addPromotion(jiyoung, { title: '막대 세일', category: '막대' });
  await dialog.getByRole('button', { name: '추가하기' }).click();
  await jiyoung.waitForURL(/promotions\/[0-9a-f-]{36}/);
  for (const page of [jiyoung, woojin]) await page.goto('/promotions?view=timeline&month=2031-03');
  const bar = (page: Page, days: string) =>
    page.getByRole('button', { name: new RegExp(`^막대 세일 .*${days}`) });
  const start = '3월 3일.*~.*3월 10일';
  await bar(jiyoung, start).focus();

  await jiyoung.keyboard.press('ArrowRight');
  await jiyoung.keyboard.press('Shift+ArrowRight');
  await bar(jiyoung, '3월 4일.*~.*3월 12일').waitFor();
  await jiyoung.getByRole('status').filter({ hasText: 'Enter로 정하고' }).waitFor();
  await jiyoung.keyboard.press('Escape');
  await bar(jiyoung, start).waitFor();
  await jiyoung.keyboard.press('ArrowLeft');
  await jiyoung.keyboard.press('Enter');
  await bar(woojin, '3월 2일.*~.*3월 9일').waitFor();

  const box = await bar(jiyoung, '3월 2일').boundingBox();
  if (box === null) throw new Error('the bar is not in sight');
  const day = box.width / 8;
  const [right, y] = [box.x + box.width - 3, box.y + box.height / 2];
  await jiyoung.mouse.move(right, y);
  await jiyoung.mouse.down();
  await jiyoung.mouse.move(right + day, y, { steps: 4 });
  await jiyoung.mouse.move(right + 3 * day, y, { steps: 4 });
  await jiyoung.mouse.up();
  await bar(woojin, '3월 2일.*~.*3월 12일').waitFor();
  expect(jiyoung.url()).toMatch(/promotions\?/);
  // A colleague may see it before the one who did it is told how to take it back.
  await jiyoung
    .getByText(/바꿨어요/)
    .filter({ hasText: '3월 12일' })
    .waitFor();
  await jiyoung.getByRole('button', { name: '되돌리기' }).last().click();
  await bar(woojin, '3월 2일.*~.*3월 9일').waitFor();
  expect(office.complaints).toEqual([]);
});

test('what overlaps is named while one writes and on the timeline; a copy has the days of next month', async () => {
  const page = await office.signIn('user04');
  await page.goto('/promotions');
  const first = await addPromotion(page, { title: '먼저 온 세일', category: '겹침' });
  await first.getByRole('button', { name: '추가하기' }).click();
  await page.getByRole('complementary', { name: '먼저 온 세일' }).waitFor();
  const second = await addPromotion(page, { title: '나중 세일', category: '겹침' });
  await second.getByRole('link', { name: '먼저 온 세일' }).waitFor();
  await second.getByLabel('시작일').fill('2031-03-11');
  await second.getByLabel('종료일').fill('2031-03-31');
  await second.getByRole('link', { name: '먼저 온 세일' }).waitFor({ state: 'detached' });
  await second.getByLabel('시작일').fill('2031-03-10');
  await second.getByRole('link', { name: '먼저 온 세일' }).waitFor();
  await second.getByRole('button', { name: '추가하기' }).click();

  const panel = page.getByRole('complementary', { name: '나중 세일' });
  await panel.getByRole('link', { name: '먼저 온 세일' }).waitFor();
  await panel.getByRole('button', { name: '다음 달로 복사' }).click();
  const copy = page.getByRole('dialog', { name: '다음 달로 복사' });
  expect(await copy.getByLabel('시작일').inputValue()).toBe('2031-04-10');
  expect(await copy.getByLabel('종료일').inputValue()).toBe('2031-04-30');
  await copy.getByRole('button', { name: '복사하기' }).click();
  await panel.getByRole('button', { name: /4월 10일.*~.*4월 30일/ }).waitFor();
  await panel.getByRole('link', { name: '먼저 온 세일' }).waitFor({ state: 'detached' });
  await page.goto('/promotions?view=timeline&month=2031-03');
  await page.getByRole('button', { name: /^나중 세일 .*먼저 온 세일과 겹침/ }).waitFor();

  await page.getByRole('button', { name: /^나중 세일 매장, / }).click();
  await panel.getByRole('button', { name: '삭제' }).click();
  await panel.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '되돌리기' }).click();
  await page.getByRole('button', { name: /^나중 세일 매장, / }).waitFor();
  expect(office.complaints).toEqual([]);
});

test('a picture and a note about the result appear on the other open screen', async () => {
  const jiyoung = await office.signIn('user04');
  const woojin = await office.signIn('user05');
  await jiyoung.goto('/promotions?status=running');
  await jiyoung.getByRole('listitem').getByRole('button').first().click();
  await jiyoung.waitForURL(/promotions\/[0-9a-f-]{36}/);
  await woojin.goto(jiyoung.url());
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await jiyoung.locator('input[type="file"]').setInputFiles({
    name: '포스터.png',
    mimeType: 'image/png',
    buffer: Buffer.from(pixel, 'base64'),
  });
  const picture = (page: Page) => page.getByRole('button', { name: '포스터.png 크게 보기' });
  await picture(jiyoung).waitFor();
  await woojin.getByRole('button', { name: '포스터.png 빼기' }).press('Enter');
  await picture(jiyoung).waitFor({ state: 'detached' });
  await woojin.getByText('‘포스터.png’ 파일을 뺐어요.').waitFor();
  await woojin.getByRole('button', { name: '되돌리기' }).click();
  await picture(jiyoung).waitFor();
  await jiyoung.getByRole('button', { name: /^결과/ }).click();
  await jiyoung.getByRole('textbox', { name: '결과' }).fill('재고를 다 팔았어요');
  await jiyoung.keyboard.press('Control+Enter');
  await woojin.getByRole('button', { name: /^결과: 재고를 다 팔았어요/ }).waitFor();
  expect(office.complaints).toEqual([]);
});
