import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

test('a session that an admin ends closes its page at once, with the reason', async () => {
  const admin = await office.signIn('user01');
  const woojin = await office.signIn('user05');
  await woojin.goto('/tasks');
  await woojin.getByRole('heading', { name: '할일' }).waitFor();
  await admin.goto('/admin/sessions');
  const row = admin
    .getByRole('row', { name: /정우진/ })
    .or(admin.getByRole('listitem').filter({ hasText: '정우진' }));
  await row
    .first()
    .getByRole('button', { name: /끝내기|종료/ })
    .click();
  const confirm = admin.getByRole('dialog').getByRole('button', { name: /끝내기|종료/ });
  if (await confirm.isVisible()) await confirm.click();
  await woojin.locator('input[type="password"]').waitFor();
  await woojin
    .getByText(/관리자/)
    .first()
    .waitFor();
  expect(office.complaints).toEqual([]);
});

test('an admin who is lowered stays signed in and live, without the admin screens', async () => {
  const admin = await office.signIn('user01');
  const lowered = await office.signIn('user02');
  await lowered.goto('/admin/people');
  await lowered.getByRole('link', { name: /김민수/ }).waitFor();
  let socketsOpened = 0;
  lowered.on('websocket', () => (socketsOpened += 1));
  await admin.goto('/admin/people?text=이서연');
  await admin.getByRole('link', { name: /이서연/ }).click();
  await admin.getByRole('radio', { name: '직원' }).check({ force: true });
  await lowered.getByText('관리자만 볼 수 있어요.').waitFor({ timeout: 3000 });
  await expect.poll(() => lowered.getByRole('link', { name: '관리', exact: true }).count()).toBe(0);
  await expect.poll(() => socketsOpened).toBe(1);

  await admin.getByRole('button', { name: '되돌리기' }).click();
  await lowered.getByRole('link', { name: '관리', exact: true }).waitFor({ timeout: 3000 });
  await lowered.getByRole('link', { name: /김민수/ }).waitFor();
  expect(office.complaints).toEqual([]);
});

test('an admin lets somebody in, who signs in with the password that was shown once', async () => {
  const admin = await office.signIn('user01');
  await admin.goto('/admin/people');
  await admin.getByRole('button', { name: '사람 추가' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('이름', { exact: true }).fill('한새봄');
  await dialog.getByLabel('아이디', { exact: true }).fill('user05');
  await dialog.getByRole('button', { name: '만들기' }).click();
  const password = await dialog.getByLabel('첫 비밀번호').inputValue();
  await dialog.getByRole('button', { name: '추가', exact: true }).click();
  await dialog.getByText('이미 쓰고 있는 아이디예요.').waitFor();
  expect(await dialog.getByLabel('이름', { exact: true }).inputValue()).toBe('한새봄');
  await dialog.getByLabel('아이디', { exact: true }).fill('saebom');
  await dialog.getByRole('button', { name: '추가', exact: true }).click();
  await dialog.getByText(password).waitFor();
  await dialog.getByRole('button', { name: '완료', exact: true }).click();

  const saebom = await office.openPage();
  await saebom.goto('/tasks');
  await saebom.locator('input[autocomplete="username"]').fill('saebom');
  await saebom.locator('input[type="password"]').fill(password);
  await saebom.keyboard.press('Enter');
  await saebom.getByRole('heading', { name: '할일' }).waitFor();

  await admin.goto('/admin/people?text=ㅎㅅㅂ');
  await admin.getByRole('link', { name: /한새봄/ }).click();
  await admin.getByRole('button', { name: '계정 중지', exact: true }).click();
  await admin.getByRole('dialog').getByRole('button', { name: '계정 중지' }).click();
  await saebom.getByText('이 계정은 더 이상 쓸 수 없어요.').waitFor({ timeout: 3000 });
  expect(office.complaints).toEqual([]);
});

test('a team with people in it stays, an empty one goes, and every other admin sees it', async () => {
  const admin = await office.signIn('user01');
  const other = await office.signIn('user02');
  for (const page of [admin, other]) await page.goto('/admin/teams');
  await admin.getByRole('textbox', { name: '새 팀' }).fill('촬영팀');
  await admin.keyboard.press('Enter');
  await other.getByRole('button', { name: '촬영팀 팀 없애기' }).waitFor();
  await other.getByRole('button', { name: '영업팀 팀 없애기' }).click();
  await other.getByText('이 팀에 아직 7명이 있어요.').waitFor();
  await other.getByRole('button', { name: '촬영팀 팀 없애기' }).click();
  await other.getByRole('dialog').getByRole('button', { name: '팀 없애기' }).click();
  await admin.getByRole('button', { name: '촬영팀 팀 없애기' }).waitFor({ state: 'detached' });
  expect(office.complaints).toEqual([]);
});
