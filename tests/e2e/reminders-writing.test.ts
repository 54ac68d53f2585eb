import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

test('a line says whom it is for, and says of a name that means nobody', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await jimin.goto('/reminders');
  await woojin.goto('/reminders');
  const name = '한지민';
  const line = woojin.getByRole('textbox', { name: '알림 예약' });
  await line.fill('@홍길순 내일 4시 계약서 챙기기');
  await woojin.getByText(/@홍길순: 그런 동료가 없어서/).waitFor();
  await line.fill(`@${name} 내일 4시 계약서 챙기기`);
  await woojin.getByRole('button', { name, exact: true }).waitFor();
  await line.press('Enter');
  const row = jimin.getByRole('listitem').filter({ hasText: '계약서 챙기기' });
  await row.getByText('내일 오후 4:00').waitFor();
  await row.getByText('정우진 님이 예약했어요').waitFor();
  expect(await row.getByText('@').count()).toBe(0);
  expect(office.complaints).toEqual([]);
});

test('a time that is over is not added, but the same time of tomorrow by one press', async () => {
  const page = await office.signIn('user21');
  await page.goto('/reminders');
  const line = page.getByRole('textbox', { name: '알림 예약' });
  await line.fill('오늘 00:00 조회 준비');
  await page.getByText('이미 지난 시각이에요.').waitFor();
  await line.press('Enter');
  expect(await line.inputValue()).toBe('오늘 00:00 조회 준비');
  expect(await page.getByRole('button', { name: '추가', exact: true }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: '내일 오전 12:00에 알림 예약' }).click();
  const row = page.getByRole('listitem').filter({ hasText: '조회 준비' });
  await row.getByText('내일 오전 12:00').waitFor();
  expect(await line.inputValue()).toBe('');
  await row.getByRole('button', { name: '조회 준비 완료' }).click();
  await page.getByText(/^내가 완료/).waitFor();
  expect(office.complaints).toEqual([]);
});
