// Many promotions with long names: what runs is on top from the start, and a month is as long as its days.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { addDays, seoulDay } from '#server/seoul.schema.ts';
import { type Office, openOffice } from '#tests/support/office.ts';

const LATER = 120;
const LONG = '아주 길고 긴 이름의 겨울맞이 크리스마스 연말 감사 대축제 사은품 증정 기획전';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

test('with more than a page of what is to come, what runs is still on top, and a long name fits its month', async () => {
  const page = await office.signIn('user01');
  const today = seoulDay(new Date());
  const create = async (title: string, startsOn: string, endsOn: string) => {
    const days = { startsOn, endsOn, channels: ['자사몰'] };
    const promotion = { id: newId(), title, body: '', category: '사은품', ...days };
    const response = await page.request.post('/trpc/promotions.create', {
      headers: { origin: new URL(page.url()).origin },
      data: { json: promotion },
    });
    expect(response.status()).toBe(200);
  };
  await create('쀼쀼 행사', addDays(today, -3), today);
  for (let at = 0; at < LATER; at += 1)
    await create(`뒤의 행사 ${at}`, addDays(today, 40), addDays(today, 50 + at));

  await page.goto('/promotions');
  const running = page.getByRole('region', { name: '진행 중' });
  await running.getByText('쀼쀼 행사').waitFor();
  const first = page.getByRole('heading', { level: 2 }).first();
  expect(await first.innerText()).toMatch(/^진행 중/);
  await running.getByRole('button').first().focus();
  await page.keyboard.press('ArrowDown');
  const second = running.getByRole('button').nth(1);
  expect(await second.evaluate((row) => row === document.activeElement)).toBe(true);
  const later = page.getByRole('region', { name: '예정' }).getByRole('listitem');
  expect(await later.count()).toBeGreaterThanOrEqual(LATER);

  const month = addDays(today, 40).slice(0, 7);
  await create(LONG.repeat(2), `${month}-10`, `${month}-11`);
  await page.goto(`/promotions?view=timeline&month=${month}`);
  const bar = page.getByRole('button', { name: new RegExp(`^${LONG}`) });
  await bar.waitFor();
  const spare = await bar.evaluate((element) => {
    const box = element.closest('[data-promotion]')?.parentElement?.parentElement;
    return (box?.scrollWidth ?? 0) - (box?.clientWidth ?? 0);
  });
  expect(spare).toBe(0);

  await page.goto(`/promotions?view=timeline&month=${month}&text=쀍쫡`);
  await page.getByText('조건에 맞는 프로모션이 없어요').waitFor();
  await page.getByRole('button', { name: '조건 지우기' }).click();
  await page.waitForURL((url) => url.search === '?view=timeline');
  expect(office.complaints).toEqual([]);
});
