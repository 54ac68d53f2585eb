import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

type Page = Awaited<ReturnType<Office['signIn']>>;

const banner = (page: Page) => page.getByRole('region', { name: '때가 된 예약' });
const inBanner = (page: Page, title: string) => banner(page).getByText(title, { exact: true });

/** Several stand in one line: opens it. */
async function unfold(page: Page): Promise<void> {
  const head = banner(page).getByRole('button', { name: /때가 된 예약 \d+개/, expanded: false });
  if ((await head.count()) > 0) await head.click();
}

type Wish = {
  subject?: { kind: string; id: string };
  title: string;
  inMs?: number;
  forUserIds?: string[];
  warnMinutes?: number;
};

/** As a script would: for the signed-in person, due a minute ago unless said otherwise. */
async function remind(page: Page, { inMs = -60_000, ...wish }: Wish): Promise<void> {
  await page.evaluate(
    async ({ inMs, wish }) => {
      const dueAt = new Date(Date.now() + inMs).toISOString();
      const input = { id: crypto.randomUUID(), dueAt, ...wish };
      const body = JSON.stringify({ json: input, meta: { values: { dueAt: ['Date'] } } });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/trpc/reminders.create', { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(await answer.text());
    },
    { inMs, wish },
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
  await woojin.getByRole('textbox', { name: '알림 예약' }).fill('내일 오후 3시 견적서 다시 보내기');
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
  const forUserIds = [(await whoIs(woojin)).id, (await whoIs(jimin)).id];
  await remind(woojin, { title: '창고 문 잠그기', forUserIds });
  for (const page of [woojin, jimin]) {
    await inBanner(page, '창고 문 잠그기').waitFor();
    await unfold(page);
  }

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

test('several at once are one line with their number, which unfolds', async () => {
  const page = await office.signIn('user17', { width: 390, height: 844 });
  for (const title of ['하나', '둘', '셋']) await remind(page, { title });
  const line = banner(page).getByRole('button', { name: /때가 된 예약 \d+개/ });
  await line.getByText('셋', { exact: true }).waitFor();
  expect(await inBanner(page, '하나').count()).toBe(0);
  const { height = 0 } = (await banner(page).boundingBox()) ?? {};
  expect(height).toBeLessThanOrEqual(56);
  await line.click();
  await inBanner(page, '하나').waitFor();
  await banner(page).getByRole('button', { name: '둘 완료' }).click();
  await inBanner(page, '둘').waitFor({ state: 'detached' });
  await line.click();
  await inBanner(page, '하나').waitFor({ state: 'detached' });
  expect(office.complaints).toEqual([]);
});

test('several are done in one act, and come back by one', async () => {
  const page = await office.signIn('user18');
  await page.goto('/reminders');
  for (const title of ['물 주기', '창문 닫기']) await remind(page, { title });
  const all = banner(page).getByRole('button', { name: '모두 완료' });
  await inBanner(page, '창문 닫기').waitFor();
  await unfold(page);
  await inBanner(page, '물 주기').waitFor();
  await all.click();
  await banner(page).waitFor({ state: 'detached' });
  await page.getByText(/^\d+개를 완료했어요\.$/).waitFor();
  await page.getByRole('button', { name: '되돌리기' }).click();
  await banner(page)
    .getByText(/창문 닫기|물 주기/)
    .first()
    .waitFor();
  await unfold(page);
  for (const title of ['물 주기', '창문 닫기']) await inBanner(page, title).waitFor();
  expect(await banner(page).getByText(/원래/).count()).toBe(0);
  expect(office.complaints).toEqual([]);
});

test('a time is picked in words, shown as it is understood, and refused when it is none', async () => {
  const page = await office.signIn('user19');
  await page.goto('/reminders');
  await remind(page, { title: '견적 확인' });
  await inBanner(page, '견적 확인').waitFor();
  await unfold(page);
  const later = banner(page).getByRole('group', { name: '견적 확인 나중에 다시 알림' });
  await later.getByRole('button', { name: '직접' }).click();
  const form = page.getByRole('dialog', { name: '시간 고르기' });
  const words = form.getByRole('textbox', { name: '말로 적기' });
  await words.fill('언젠가');
  await form.getByRole('button', { name: '저장' }).click();
  await form.getByRole('alert').waitFor();
  await words.fill('모레 오후 3시 반');
  await form.getByRole('status', { name: '이렇게 알아들었어요' }).getByText('오후 3:30').waitFor();
  expect(await form.getByLabel('시각').inputValue()).toBe('15:30');
  await page.keyboard.press('Enter');
  await inBanner(page, '견적 확인').waitFor({ state: 'detached' });
  const row = page.getByRole('listitem').filter({ hasText: '견적 확인' });
  await row.getByText(/다시 알림 .*오후 3:30/).waitFor();
  expect(office.complaints).toEqual([]);
});

test('an early warning comes to the bell before its time, and leads to the reminder', async () => {
  const page = await office.signIn('user20');
  await remind(page, { title: '회의실 잡기', inMs: 62_000, warnMinutes: 1 });
  await page.getByRole('button', { name: /알림.*[1-9]/ }).click();
  await page.getByRole('link', { name: /회의실 잡기/ }).click();
  await page.getByRole('complementary', { name: '회의실 잡기' }).getByText('1분 전').waitFor();
  expect(await inBanner(page, '회의실 잡기').count()).toBe(0);
  expect(office.complaints).toEqual([]);
});

test('it is about a promotion or a person, says which, and leads there', async () => {
  const page = await office.signIn('user22');
  await page.goto('/promotions');
  await page.locator('#content li button').first().click();
  await page.getByRole('button', { name: '알림 예약' }).click();
  const title = page.getByRole('textbox', { name: '무엇을 알려 드릴까요?' });
  const name = await title.inputValue();
  await title.fill('전단 다시 보기');
  await page.getByRole('button', { name: '1시간 뒤' }).click();
  await page.getByRole('button', { name: /^지금 접속한/ }).click();
  await page.getByPlaceholder('이름, 초성 (ㄱㅁㅅ)').fill('정우진');
  await page.getByRole('button', { name: '정우진 님 일로 알림 예약' }).click();
  await page.getByRole('textbox', { name: '무엇을 알려 드릴까요?' }).fill('휴가 물어보기');
  await page.getByRole('button', { name: '1시간 뒤' }).click();
  await page.goto('/reminders');
  const rows = page.getByRole('listitem');
  await rows.filter({ hasText: '휴가 물어보기' }).getByRole('button', { name: '정우진' }).click();
  await page.getByRole('textbox', { name: /메시지/ }).waitFor();
  await page.goto('/reminders');
  await rows.filter({ hasText: '전단 다시 보기' }).getByRole('link', { name }).click();
  await page.waitForURL(/\/promotions\//);
  expect(office.complaints).toEqual([]);
});

test('what it is about is shown to those who may see it, and to nobody else', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  const third = await whoIs(await office.signIn('user12'));
  const id = await woojin.evaluate(async (other) => {
    const room = { id: crypto.randomUUID(), kind: 'group', title: '비밀 모임', memberIds: [other] };
    const body = JSON.stringify({ json: room });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/trpc/chat.createRoom', { method: 'POST', headers, body });
    return ((await answer.json()) as { result: { data: { json: { item: { id: string } } } } })
      .result.data.json.item.id;
  }, third.id);
  const forUserIds = [(await whoIs(woojin)).id, (await whoIs(jimin)).id];
  const subject = { kind: 'room', id };
  await remind(woojin, { title: '간식 고르기', inMs: 3_600_000, forUserIds, subject });
  for (const page of [woojin, jimin]) await page.goto('/reminders');
  const row = (page: Page) => page.getByRole('listitem').filter({ hasText: '간식 고르기' });
  await row(woojin).getByRole('link', { name: '비밀 모임' }).waitFor();
  await row(jimin).waitFor();
  await jimin.waitForLoadState('networkidle');
  expect(await jimin.getByText('비밀 모임').count()).toBe(0);
  await row(woojin).getByRole('link', { name: '비밀 모임' }).click();
  await woojin.waitForURL(new RegExp(`/chat/${id}`));
  expect(office.complaints).toEqual([]);
});

test('removed by mistake, it is there again', async () => {
  const page = await office.signIn('user24');
  await page.goto('/reminders');
  await page.getByRole('textbox', { name: '알림 예약' }).fill('매월 마지막 금요일 5시 정산');
  await page.getByRole('button', { name: '매월 마지막 금요일' }).waitFor();
  await page.keyboard.press('Enter');
  const row = page.getByRole('listitem').filter({ hasText: '정산' });
  await row.getByRole('button', { name: '정산', exact: true }).click();
  await page.getByRole('button', { name: '예약 삭제' }).click();
  await row.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '되돌리기' }).click();
  await row.getByText('매월 마지막 금요일').waitFor();
  expect(office.complaints).toEqual([]);
});

test('today names what is pressing, each line is done in place, and the last one gets a kind word', async () => {
  const page = await office.signIn('user23', { width: 390, height: 844 });
  const now = page.getByRole('region', { name: '지금' });
  const rest = page.getByRole('region', { name: '오늘 할 일' });
  await remind(page, { title: '우산 챙기기' });
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
  await page.getByRole('textbox', { name: '알림 예약' }).fill('매일 9시 업무 일지');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '업무 일지 완료' }).click();
  await page.getByText(/‘업무 일지’를 완료했어요. 다음은 .* 오전 9:00이에요/).waitFor();
  await page.getByRole('listitem').filter({ hasText: '업무 일지' }).getByText('매일').waitFor();
  expect(office.complaints).toEqual([]);
});

test('what was missed while the server was down says its original time', async () => {
  const page = await office.signIn('user26');
  await remind(page, { title: '택배 보내기', inMs: 3_600_000 });
  await office.stopServer();
  const db = new Database(join(office.dataDir, 'haru.db'));
  const ago = 'due_at = due_at - 86400000, updated_at = updated_at - 172800000';
  db.prepare(`update reminders set ${ago} where title = ?`).run('택배 보내기');
  db.close();
  await office.startServer();
  await page.goto('/');
  await inBanner(page, '택배 보내기').waitFor();
  await unfold(page);
  const row = banner(page).getByRole('listitem').filter({ hasText: '택배 보내기' });
  await row.getByText(/^원래 (어제 )?오[전후] \d+:\d\d$/).waitFor();
  expect(office.complaints).toEqual([]);
});
