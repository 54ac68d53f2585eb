import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

type Page = Awaited<ReturnType<Office['signIn']>>;

const inBanner = (page: Page, title: string) =>
  page.getByRole('region', { name: '때가 된 예약' }).getByText(title, { exact: true });

/** As a script would: for the signed-in person, due a minute ago. */
async function remind(page: Page, title: string, forUserIds: string[]): Promise<void> {
  await page.evaluate(
    async ({ title, forUserIds }) => {
      const dueAt = new Date(Date.now() - 60_000).toISOString();
      const input = { id: crypto.randomUUID(), title, dueAt, forUserIds };
      const body = JSON.stringify({ json: input, meta: { values: { dueAt: ['Date'] } } });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/trpc/reminders.create', { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(await answer.text());
    },
    { title, forUserIds },
  );
}

type Me = { id: string; name: string };

function whoIs(page: Page): Promise<Me> {
  return page.evaluate(async () => {
    const answer = await fetch('/trpc/auth.me');
    return (await answer.json()).result.data.json.viewer as Me;
  });
}

test('a line in words becomes a reminder for a colleague, who finds it in their list', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await jimin.goto('/reminders');
  await woojin.goto('/reminders');
  const { name } = await whoIs(jimin);
  await woojin.getByRole('textbox', { name: '예약 추가' }).fill('내일 오후 3시 견적서 다시 보내기');
  await woojin.getByRole('button', { name: '나에게' }).click();
  await woojin.keyboard.type(name);
  await woojin.keyboard.press('Enter');
  await woojin.keyboard.press('Escape');
  await woojin.getByRole('button', { name: '추가', exact: true }).click();
  const row = jimin.getByRole('listitem').filter({ hasText: '견적서 다시 보내기' });
  await row.getByText('내일 오후 3:00').waitFor();
  expect(office.complaints).toEqual([]);
});

test('put off by one it stays for the other, and done by one it is gone for both', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await remind(woojin, '창고 문 잠그기', [(await whoIs(woojin)).id, (await whoIs(jimin)).id]);
  for (const page of [woojin, jimin]) await inBanner(page, '창고 문 잠그기').waitFor();

  const later = woojin.getByRole('group', { name: '창고 문 잠그기 나중에 다시 알림' });
  await later.getByRole('button', { name: '10분', exact: true }).click();
  await inBanner(woojin, '창고 문 잠그기').waitFor({ state: 'detached' });
  await inBanner(jimin, '창고 문 잠그기').waitFor();

  await woojin.goto('/reminders');
  const done = woojin.getByRole('button', { name: '창고 문 잠그기 완료' });
  await done.click();
  await inBanner(jimin, '창고 문 잠그기').waitFor({ state: 'detached' });
  expect(office.complaints).toEqual([]);
});

test('several at once collapse behind a number', async () => {
  const page = await office.signIn('user17');
  const before = await page.getByRole('region', { name: '때가 된 예약' }).count();
  for (const title of ['하나', '둘', '셋']) await remind(page, title, []);
  await inBanner(page, '셋').waitFor();
  expect(await inBanner(page, '하나').count()).toBe(0);
  await page.getByRole('button', { name: before === 0 ? '2개 더' : /개 더/ }).click();
  await inBanner(page, '하나').waitFor();
  await page.getByRole('button', { name: '접기' }).click();
  await inBanner(page, '하나').waitFor({ state: 'detached' });
  expect(office.complaints).toEqual([]);
});

test('today names what is pressing, each line is done in place, and the last one gets a kind word', async () => {
  const page = await office.signIn('user23', { width: 390, height: 844 });
  const now = page.getByRole('region', { name: '지금' });
  const rest = page.getByRole('region', { name: '오늘 할 일' });
  await remind(page, '우산 챙기기', []);
  await now.getByText('우산 챙기기').waitFor();
  const ticks = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: /^(지금|오늘 할 일)$/ }) });
  for (let left = 50; left > 0; left -= 1) {
    const tick = ticks.getByRole('button', { name: /완료$/ }).first();
    if ((await tick.count()) === 0) break;
    const label = (await tick.getAttribute('aria-label')) ?? '';
    await tick.click();
    await ticks.getByRole('button', { name: label, exact: true }).waitFor({ state: 'detached' });
  }
  await rest.getByText('오늘 할 일을 다 했어요. 수고했어요.').waitFor();
  expect(office.complaints).toEqual([]);
});

test('a repeating reminder that is done says when it comes next', async () => {
  const page = await office.signIn('user29');
  await page.goto('/reminders');
  await page.getByRole('textbox', { name: '예약 추가' }).fill('매일 9시 업무 일지');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '업무 일지 완료' }).click();
  await page.getByText(/"업무 일지" 완료했어요. 다음은 .* 오전 9:00이에요/).waitFor();
  await page.getByRole('listitem').filter({ hasText: '업무 일지' }).getByText('매일').waitFor();
  expect(office.complaints).toEqual([]);
});
