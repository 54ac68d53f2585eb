// What one did to a reminder is taken back where it was done; what two did to one field is decided; nothing written is lost.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

const banner = (page: Page) => page.getByRole('region', { name: '때가 된 예약' });
/** In the toast that says so. */
const undo = (page: Page, said = '다시 알려 드릴게요') =>
  page
    .locator('[data-tone="done"]')
    .filter({ hasText: said })
    .getByRole('button', { name: '되돌리기' });

/** Several stand in one line: opens it. */
async function unfold(page: Page): Promise<void> {
  await banner(page).waitFor();
  const head = banner(page).getByRole('button', { name: /때가 된 예약 \d+개/, expanded: false });
  if ((await head.count()) > 0) await head.click();
}

/** As a script would, for the signed-in person. */
async function remind(page: Page, { dueInMs = -60_000, ...wish }: Record<string, unknown>) {
  const dueAt = new Date(Date.now() + Number(dueInMs)).toISOString();
  const input = { id: crypto.randomUUID(), dueAt, ...wish };
  await call(page, 'reminders.create', { json: input, meta: { values: { dueAt: ['Date'] } } });
  return input.id;
}

async function call(page: Page, path: string, body: object): Promise<void> {
  const status = await page.evaluate(
    async ([to, text]) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`/trpc/${to}`, { method: 'POST', headers, body: text ?? '' })).status;
    },
    [path, JSON.stringify(body)],
  );
  expect(status).toBe(200);
}

test('a snooze is taken back on Today, in the banner and in the list, and it is due as before', async () => {
  const page = await office.signIn('user17');
  const title = '금고 잠그기';
  await remind(page, { title });
  const inBanner = banner(page).getByRole('link', { name: title });
  await unfold(page);
  await inBanner.waitFor();
  const now = page.getByRole('region', { name: '지금', exact: true });
  await now.getByRole('button', { name: `${title} 10분 뒤에 다시 알림` }).click();
  await inBanner.waitFor({ state: 'detached' });
  await undo(page).click();
  await inBanner.waitFor();
  await now.getByRole('link', { name: title }).waitFor();

  const later = banner(page).getByRole('group', { name: `${title} 나중에 다시 알림` });
  await later.getByRole('button', { name: '1시간', exact: true }).click();
  await inBanner.waitFor({ state: 'detached' });
  await undo(page).click();
  await inBanner.waitFor();

  await page.goto('/reminders');
  await unfold(page);
  const row = page.getByRole('list', { name: '지난 것' }).getByRole('listitem');
  const mine = row.filter({ hasText: title });
  const choose = async (name: string) => {
    await mine.getByRole('button', { name: title, exact: true }).focus();
    await mine.getByRole('group').getByRole('button', { name, exact: true }).click();
  };
  await choose('1시간');
  await mine.getByText('다시 알림').waitFor();
  await undo(page).click();
  await mine.getByText('다시 알림').waitFor({ state: 'detached' });
  await inBanner.waitFor();
  await choose('1시간');
  await inBanner.waitFor({ state: 'detached' });
  const first = await mine.locator('time').textContent();
  await choose('내일 9시');
  await undo(page, '내일 오전 9:00에').click();
  await mine.getByText(first ?? '').waitFor();
  expect(await inBanner.count()).toBe(0);
  expect(office.complaints).toEqual([]);
});

test('of several that are due one is put off and taken back, and they are one line again', async () => {
  const page = await office.signIn('user18', { width: 390, height: 844 });
  for (const title of ['하나', '둘']) await remind(page, { title });
  const line = banner(page).getByRole('button', { name: /때가 된 예약 \d+개/ });
  const numberOf = async () => Number(/(\d+)개/.exec((await line.textContent()) ?? '')?.[1] ?? 1);
  await expect.poll(numberOf).toBeGreaterThanOrEqual(2);
  const before = await numberOf();
  await line.click();
  await banner(page).getByRole('button', { name: '둘 나중에 다시 알림' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '1시간', exact: true }).click();
  const second = banner(page).getByRole('link', { name: '둘', exact: true });
  await second.waitFor({ state: 'detached' });
  await undo(page).click();
  await second.waitFor();
  await expect.poll(numberOf).toBe(before);
  expect(office.complaints).toEqual([]);
});

test('a repeating one that was done by mistake is due again', async () => {
  const page = await office.signIn('user19');
  const title = '재고 세기';
  await remind(page, { title, repeat: 'FREQ=DAILY' });
  await page.goto('/reminders');
  const done = page.locator('#content').getByRole('button', { name: `${title} 완료` });
  await page.getByRole('list', { name: '지난 것' }).getByText(title).waitFor();
  await done.click();
  await undo(page, '다음은').click();
  await page.getByRole('list', { name: '지난 것' }).getByText(title).waitFor();
  await banner(page).getByText(title).first().waitFor();
  expect(office.complaints).toEqual([]);
});

test('a field changed on two devices asks which it shall be, and another field is simply merged', async () => {
  const desk = await office.signIn('user20');
  const phone = await office.signIn('user20', { width: 390, height: 844 });
  const id = await remind(desk, { title: '회의 준비', dueInMs: 3_600_000 });
  await desk.goto(`/reminders/${id}`);
  const title = desk.getByRole('complementary').getByRole('textbox', { name: '예약' });
  await desk.getByRole('button', { name: /^예약: 회의 준비/ }).click();
  await title.fill('회의실 예약과 준비');
  const update = (version: number, patch: object) =>
    call(phone, 'reminders.update', { json: { id, version, patch } });
  await update(1, { title: '주간 회의 준비' });
  await update(2, { warnMinutes: 10 });
  await desk.getByRole('complementary').getByText('10분 전').waitFor();
  await title.press('Enter');

  const choice = desk.getByRole('alert').filter({ hasText: '다른 사람이 방금 이 칸을 바꿨어요' });
  for (const words of ['주간 회의 준비', '회의실 예약과 준비', '회의 준비'])
    await choice.getByText(words, { exact: true }).waitFor();
  await choice.getByRole('button', { name: '내가 적은 내용 고르기' }).click();
  await desk.getByRole('button', { name: /^예약: 회의실 예약과 준비/ }).waitFor();
  await choice.waitFor({ state: 'detached' });
  await desk.getByRole('complementary').getByText('10분 전').waitFor();

  await desk.getByRole('button', { name: '10분 전' }).click();
  await update(4, { warnMinutes: 30 });
  await desk.getByRole('button', { name: '1시간 전', exact: true }).click();
  await choice.getByRole('button', { name: '처음 내용 고르기' }).click();
  await choice.waitFor({ state: 'detached' });
  await desk.getByRole('button', { name: '10분 전', exact: true }).waitFor();
  expect(office.complaints).toEqual([]);
});

test('it can be about any old task or message, found while typing, and the whole draft outlives the page', async () => {
  const page = await office.signIn('user05');
  await page.goto('/tasks?mine=true');
  const line = page.getByRole('textbox', { name: '할 일 추가' });
  await line.fill('쀼쀼 거래처 견적서');
  await line.press('Enter');
  await page.getByText('쀼쀼 거래처 견적서').first().waitFor();
  await page.getByRole('button', { name: '쀼쀼 거래처 견적서 완료' }).click();
  await page.goto('/reminders');
  await page.getByRole('textbox', { name: '알림 예약' }).fill('내일 3시 확인 전화');
  const about = page.getByRole('button', { name: '관련된 것' });
  await about.click();
  const find = page.getByRole('combobox', { name: '관련된 것' });
  await find.pressSequentially('ㅃㅃㄱㄹㅊ', { delay: 20 });
  const found = page.getByRole('option', { name: '쀼쀼 거래처 견적서' });
  await found.waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '쀼쀼 거래처 견적서' }).waitFor();
  await page.getByRole('button', { name: '미리 알리지 않음' }).click();
  await page.getByRole('button', { name: '30분 전', exact: true }).click();

  const again = await page.context().newPage();
  await page.close();
  await again.goto('/reminders');
  const chips = again.getByRole('group', { name: '확인 전화' });
  await chips.getByRole('button', { name: '쀼쀼 거래처 견적서' }).waitFor();
  await chips.getByRole('button', { name: '30분 전' }).waitFor();
  await chips.getByText('내일 오후 3:00').waitFor();
  await chips.getByRole('button', { name: '추가', exact: true }).click();
  const row = again.getByRole('listitem').filter({ hasText: '확인 전화' });
  await row.getByRole('link', { name: '쀼쀼 거래처 견적서' }).waitFor();
  await expect.poll(() => chips.count()).toBe(0);
  expect(office.complaints).toEqual([]);
});
