// The page a person starts and ends the day with: each row is done, put off or opened from there, and taken back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, seoulDay } from '#server/seoul.schema.ts';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

test('what is late is put off, done and taken back from Today, and the last one done earns a kind word', async () => {
  const woojin = await office.signIn('user05');
  await woojin.goto('/tasks?mine=true');
  const line = woojin.getByRole('textbox', { name: '할 일 추가' });
  await line.fill(`${addDays(seoulDay(new Date()), -1)} 쀼쀼 마감`);
  await line.press('Enter');
  await woojin.getByText('쀼쀼 마감').first().waitFor();

  await woojin.goto('/');
  const row = woojin.getByRole('listitem').filter({ hasText: '쀼쀼 마감' });
  await row.getByText('지남').waitFor();
  await row.getByRole('button', { name: '쀼쀼 마감 내일로 미루기' }).click();
  await expect.poll(() => row.count()).toBe(0);
  await woojin.getByRole('button', { name: '되돌리기' }).last().click();
  await row.getByText('지남').waitFor();
  await row.getByRole('button', { name: '쀼쀼 마감 완료' }).click();
  await expect.poll(() => row.count()).toBe(0);
  await woojin.getByRole('button', { name: '되돌리기' }).last().click();
  await row.getByRole('link', { name: '쀼쀼 마감' }).waitFor();

  const open = woojin.locator('#content').getByRole('button', { name: / 완료$/ });
  const kind = woojin.getByText('오늘 할 일을 다 했어요. 수고했어요.');
  for (let left = await open.count(); left > 0; left = await open.count()) {
    await open.first().click();
    await expect.poll(() => open.count()).toBeLessThan(left);
  }
  await kind.waitFor();
  await woojin.getByText('급한 일이 없어요.').waitFor();
  expect(office.complaints).toEqual([]);
});
