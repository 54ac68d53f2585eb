import { expect, test } from 'vitest';
import { openOffice } from '#tests/support/office.ts';

test('with the token from the terminal an empty Haru gets its first admin', async () => {
  await using office = await openOffice({ isEmpty: true });
  const token = /[0-9a-z]{4,}(?:-[0-9a-z]{4,})+|[0-9a-zA-Z_-]{20,}/.exec(office.said())?.[0] ?? '';
  expect(token).not.toBe('');
  const page = await office.openPage();
  await page.goto('/');
  await page.getByRole('textbox').first().waitFor();
  expect(office.complaints).toEqual([]);
});
