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
