// An office without TLS: the page is no secure context, and everything works all the same.
import { expect, test } from 'vitest';
import { openOffice } from '#tests/support/office.ts';

test('over plain http people sign in, write and see each other', async () => {
  await using office = await openOffice({ officeHost: 'office.test' });
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  expect(
    await woojin.evaluate(() => ({ host: location.hostname, isSecure: isSecureContext })),
  ).toEqual({ host: 'office.test', isSecure: false });
  await jimin.goto('/tasks');
  await jimin.getByRole('list', { name: '할일' }).waitFor();
  await woojin.goto('/tasks');
  await woojin.getByRole('textbox', { name: '할 일 추가' }).fill('TLS 없이 적기');
  await woojin.keyboard.press('Enter');
  await jimin.getByText('TLS 없이 적기').first().waitFor();
  expect(office.complaints).toEqual([]);
});
