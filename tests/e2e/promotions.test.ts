import { afterAll, beforeAll, expect, test } from 'vitest';
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
  await page.getByRole('dialog', { name: '상태' }).getByRole('button', { name: '종료' }).click();
  await page.waitForURL(/status=ended/);
  await page.reload();
  await page.getByRole('region', { name: '종료' }).waitFor();
  await expect.poll(() => page.getByRole('region', { name: '진행 중' }).count()).toBe(0);

  await page.getByRole('button', { name: '상태: 지우기' }).click();
  await page.getByText('월간', { exact: true }).click();
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
