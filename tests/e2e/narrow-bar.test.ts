import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

const SCREENS = ['/', '/tasks', '/chat', '/reminders', '/promotions', '/settings', '/admin/people'];

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

test('on the narrowest phone every screen says its whole name, in both languages', async () => {
  const phone = await office.signIn('user01', { width: 360, height: 740 });
  const told: string[] = [];
  for (const language of ['한국어', 'English']) {
    await phone.goto('/settings');
    await phone.getByText(language, { exact: true }).click();
    await phone
      .getByText(language === 'English' ? 'Language' : '언어')
      .first()
      .waitFor();
    for (const path of SCREENS) {
      await phone.goto(path);
      told.push(await wholeTitle(phone));
    }
  }
  const korean = ['오늘', '할일', '채팅', '예약', '프로모션', '설정', '사람'];
  const english = ['Today', 'Tasks', 'Chat', 'Reminders', 'Promotions', 'Settings', 'People'];
  expect(told).toEqual(korean.concat(english));
  expect(office.complaints).toEqual([]);
});

test('the ways to show promotions stay in reach on a phone, by name', async () => {
  const phone = await office.signIn('user04', { width: 360, height: 740 });
  await phone.goto('/promotions');
  const views = phone.getByRole('radiogroup');
  await views.getByTitle('타임라인').click();
  await phone.waitForURL(/view=timeline/);
  await views.getByRole('radio', { name: '달력' }).press('ArrowRight');
  await phone.waitForURL((url) => !url.search.includes('view='));
  expect(office.complaints).toEqual([]);
});

async function wholeTitle(page: Page): Promise<string> {
  const title = page.getByRole('heading', { level: 1 });
  await title.waitFor();
  return title.evaluate((element) =>
    element.scrollWidth > element.clientWidth
      ? `${element.textContent} is cut`
      : (element.textContent ?? ''),
  );
}
