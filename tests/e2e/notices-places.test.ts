// Where a notice leads, and that what it is about stands out there for five seconds. The clocks are the story's own.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import { newId } from '#server/new-id.ts';
import { setPreferences } from '#server/notifications/notifications.preferences.ts';
import { createReminderInput } from '#server/reminders/reminders.schema.ts';
import { createReminder } from '#server/reminders/reminders.service.ts';
import { createTaskInput } from '#server/tasks/tasks.schema.ts';
import { createTask } from '#server/tasks/tasks.service.ts';
import { createTeam } from '#server/admin/teams.service.ts';
import { openDesk, startBrowser } from '#tests/support/browser.ts';
import { FakeClock } from '#tests/support/fake-clock.ts';
import { servedApp } from '#tests/support/served-app.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const seoul = (time: string) => new Date(`2026-12-01T${time}:00+09:00`);

/** Minsu at their desk at nine, and somebody who gives them tasks. */
async function openOffice() {
  const clock = new FakeClock(seoul('09:00'));
  const app = await servedApp({ clock, pagesFolder: 'dist/client' });
  const boss = await app.signedIn('boss', 'admin');
  const { viewer, session } = await app.signedIn('minsu');
  const teamId = newId();
  await createTeam(app.deps, boss.viewer, { id: teamId, name: '영업' });
  const desk = await openDesk(browser, { baseURL: app.origin });
  await desk.addCookies([{ name: 'haru_session', value: session.secret, url: app.origin }]);
  const page = await desk.newPage();
  await page.clock.install({ time: clock.now() });
  const give = (title: string, dueOn: string | null = null) =>
    createTask(
      app.deps,
      boss.viewer,
      createTaskInput.parse({ id: newId(), title, dueOn, teamId, assigneeId: viewer.id }),
    );
  return {
    ...app,
    clock,
    viewer,
    page,
    give,
    async [Symbol.asyncDispose]() {
      await desk.close();
      await app[Symbol.asyncDispose]();
    },
  };
}

async function notice(page: Page, name: RegExp): Promise<Locator> {
  await page.getByRole('button', { name: /^알림/ }).click();
  const link = page.getByRole('dialog', { name: '알림' }).getByRole('link', { name });
  await link.waitFor();
  return link;
}

/** Opens it; `marked` then stand out for five seconds, and nothing does afterwards. Time stands still but for that. */
async function expectMarked(page: Page, link: Locator, marked: Locator[]): Promise<void> {
  const areThere = async () => (await Promise.all(marked.map((one) => one.count()))).join();
  const all = marked.map(() => 1).join();
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  await link.click();
  await expect
    .poll(async () => {
      await page.clock.runFor(20);
      return await areThere();
    })
    .toBe(all);
  await page.clock.runFor(4_900);
  expect(await areThere()).toBe(all);
  await page.clock.runFor(200);
  await expect.poll(() => arrived(page).count()).toBe(0);
  expect(page.url()).not.toContain('#');
}

const arrived = (page: Page) => page.locator('[data-arrived]');

test('a notice of a task opens it and marks it for five seconds', async () => {
  await using office = await openOffice();
  const { page, give } = office;
  await page.goto('/reminders');
  const { item } = await give('견적서 보내기');
  const link = await notice(page, /이 일을 맡겼어요/);
  const title = arrived(page).filter({ has: page.getByText('견적서 보내기') });
  await expectMarked(page, link, [title]);
  expect(page.url()).toContain(`/tasks/${item.id}`);
});

test('an early warning opens its reminder and marks it for five seconds', async () => {
  await using office = await openOffice();
  const { page, clock, deps, viewer } = office;
  await page.goto('/');
  const wish = { id: newId(), title: '거래처 전화', dueAt: seoul('09:30'), warnMinutes: 10 };
  const { item } = await createReminder(deps, viewer, createReminderInput.parse(wish));
  clock.moveTo(seoul('09:20'));
  const link = await notice(page, /예약한 시간이 다가와요/);
  const title = arrived(page).filter({ has: page.getByText('거래처 전화') });
  await expectMarked(page, link, [title]);
  expect(page.url()).toContain(`/reminders/${item.id}`);
});

test('the summary of the day opens Today and marks what it speaks of for five seconds', async () => {
  await using office = await openOffice();
  const { page, clock, deps, viewer, give } = office;
  await give('늦은 견적', '2026-11-28');
  await give('오늘 견적', '2026-12-01');
  await setPreferences(deps, viewer, { summaryMinute: 9 * 60 + 30 });
  await page.goto('/reminders');
  clock.moveTo(seoul('09:30'));
  const link = await notice(page, /늦은 일 1개 · 오늘까지 1개/);
  const block = (name: string, row: string) =>
    page
      .getByRole('region', { name, exact: true })
      .filter({ has: page.getByRole('link', { name: row }) })
      .and(arrived(page));
  await expectMarked(page, link, [block('지금', '늦은 견적'), block('오늘 할 일', '오늘 견적')]);
  expect(new URL(page.url()).pathname).toBe('/');
  expect(await focused(page)).toBe('지금');
});

test('what was read all at once, and what was put off, is there again as it was', async () => {
  await using office = await openOffice();
  const { page, give } = office;
  await page.goto('/reminders');
  await give('견적서 보내기');
  await notice(page, /새 알림: boss 님이 이 일을 맡겼어요/);
  const inbox = page.getByRole('dialog', { name: '알림' });
  const undo = (said: string) =>
    page
      .locator('[data-tone="done"]')
      .filter({ hasText: said })
      .getByRole('button', { name: '되돌리기' });
  const unread = inbox.getByRole('link', { name: /^.*새 알림: / });

  await inbox.getByRole('button', { name: '모두 읽음' }).click();
  await unread.waitFor({ state: 'detached' });
  await undo('모두 읽음으로').click();
  const bell = page.getByRole('button', { name: /^알림/ });
  await expect.poll(() => bell.textContent()).toContain('새 알림 1개');

  await notice(page, /새 알림: boss 님이 이 일을 맡겼어요/);
  await unread.hover();
  await inbox.getByRole('button', { name: '나중에 알리기' }).click();
  await inbox.getByRole('button', { name: '내일 9시' }).click();
  await unread.waitFor({ state: 'detached' });
  await undo('내일 오전 9:00에').click();
  await notice(page, /새 알림: boss 님이 이 일을 맡겼어요/);
});

/** The name of the region that has the focus. */
function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.querySelector('h2')?.textContent);
}
