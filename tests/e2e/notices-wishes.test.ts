// How somebody wants to be told: left in peace until something is urgent, later, not at all; and where a notice leads.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookAway, notesOf, recordNotes } from '#tests/support/browser-notes.ts';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

/** Everybody is in it. */
const ROOM = '전체 공지';

/** The number waits a moment before it rises. */
const SOON = { timeout: 5_000 };

const field = (page: Page) => page.getByRole('textbox', { name: /메시지/ });
const bell = (page: Page) => page.getByRole('button', { name: /^알림/ });
const inbox = (page: Page) => page.getByRole('dialog', { name: '알림' });
const myMenu = (page: Page) => page.getByRole('button', { name: /님의 메뉴/ });

async function noticesIn(page: Page): Promise<number> {
  const said = await bell(page).textContent();
  return Number(/새 알림 (\d+)개/.exec(said ?? '')?.[1] ?? 0);
}

async function openRoom(page: Page): Promise<void> {
  await page.goto('/chat');
  await page.getByRole('link', { name: ROOM }).first().click();
  await field(page).waitFor();
  await page.getByRole('log').getByText(/./).first().waitFor();
}

async function write(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
  await page
    .getByRole('log')
    .getByText(text.replace(/^@\S+ /, ''))
    .waitFor();
}

/** As its owner's script would. */
async function call(page: Page, path: string, input: object): Promise<void> {
  const body = JSON.stringify({ json: input });
  const status = await page.evaluate(
    async ([to, text]) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`/trpc/${to}`, { method: 'POST', headers, body: text ?? '' })).status;
    },
    [path, body],
  );
  expect(status).toBe(200);
}

async function meOf(page: Page): Promise<{ id: string; teamId: string }> {
  return await page.evaluate(async () => {
    const answer = await (await fetch('/trpc/auth.me')).json();
    return answer.result.data.json.viewer;
  });
}

/** A task of user05's with comments by user11; the ids of the comments. */
async function commentedTask(author: Page, worker: Page, title: string): Promise<string[]> {
  const { id: assigneeId, teamId } = await meOf(worker);
  const taskId = crypto.randomUUID();
  await call(author, 'tasks.create', { id: taskId, title, teamId, assigneeId });
  const ids = [crypto.randomUUID(), crypto.randomUUID()];
  for (const id of ids)
    await call(author, 'tasks.addComment', { id, taskId, body: `${title} 댓글` });
  return ids;
}

test('do not disturb is silent on all devices until something urgent calls, and ends on any of them', async () => {
  const jiyoung = await office.openPage();
  await jiyoung.context().grantPermissions(['notifications']);
  await jiyoung.addInitScript(recordNotes);
  await jiyoung.addInitScript(() => localStorage.setItem('haru.desktop-notices', 'on'));
  await jiyoung.goto('/');
  await jiyoung.locator('input[autocomplete="username"]').fill('user04');
  await jiyoung.locator('input[type="password"]').fill('demo-haru-2026');
  await jiyoung.keyboard.press('Enter');
  await jiyoung.locator('#content').waitFor();
  await myMenu(jiyoung).click();
  await jiyoung.getByRole('menuitem', { name: '1시간 동안 방해 금지' }).click();
  await myMenu(jiyoung).getByText('방해 금지 중').waitFor();
  await lookAway(jiyoung);
  const before = await noticesIn(jiyoung);

  const woojin = await office.signIn('user05');
  await openRoom(woojin);
  await write(woojin, '@최지영 조용히 모아 둘 말');
  await expect.poll(() => noticesIn(jiyoung), SOON).toBe(before + 1);
  expect(await woojin.getByRole('button', { name: '긴급으로 보내기' }).count()).toBe(0);
  expect(await notesOf(jiyoung)).toEqual([]);

  const minsu = await office.signIn('user01');
  await openRoom(minsu);
  await minsu.getByRole('button', { name: '긴급으로 보내기' }).click();
  await write(minsu, '@최지영 지금 바로 봐 주세요');
  await expect
    .poll(() => notesOf(jiyoung), SOON)
    .toMatchObject([{ title: `긴급: ${ROOM}`, body: expect.stringContaining('지금 바로') }]);
  await woojin.getByRole('log').getByText('긴급', { exact: true }).waitFor();

  const phone = await office.signIn('user04', { width: 390, height: 780 });
  await myMenu(phone).getByText('방해 금지 중').waitFor({ state: 'attached' });
  await bell(phone).click();
  await inbox(phone).getByRole('button', { name: '지금 끝내기' }).click();
  await myMenu(jiyoung).getByText('방해 금지 중').waitFor({ state: 'detached' });
  expect(office.complaints).toEqual([]);
});

test('what is put off leaves the list and the number, waits in a place of its own, and comes back', async () => {
  const jimin = await office.signIn('user11');
  const woojin = await office.signIn('user05');
  await commentedTask(jimin, woojin, '나중에 볼 일');
  await bell(woojin).click();
  const group = inbox(woojin).getByRole('region', { name: '나중에 볼 일' });
  await group.waitFor();
  await expect.poll(() => noticesIn(woojin), SOON).toBeGreaterThanOrEqual(3);
  const before = await noticesIn(woojin);

  await group.getByRole('button', { name: '모두 나중에' }).click();
  await group
    .getByRole('group', { name: /나중에 볼 일 알림/ })
    .getByText('내일 9시')
    .click();
  await group.waitFor({ state: 'detached' });
  await expect.poll(() => noticesIn(woojin), SOON).toBe(before - 3);
  await inbox(woojin).getByRole('button', { name: '미룬 알림' }).click();
  await group.getByText('내일 오전 9:00에 다시 알려요').first().waitFor();

  await group.getByRole('button', { name: '나중에 알리기' }).first().click();
  await group.getByRole('button', { name: '지금 다시 보기' }).click();
  await expect.poll(() => noticesIn(woojin), SOON).toBe(before - 2);
  await inbox(woojin).getByRole('button', { name: '뒤로' }).click();
  await inbox(woojin).getByRole('region').first().getByText('나중에 볼 일').first().waitFor();
  expect(office.complaints).toEqual([]);
});

test('a notice of a comment leads to that comment, which stands out for a while and has the focus', async () => {
  const jimin = await office.signIn('user11');
  const woojin = await office.signIn('user05');
  const [first] = await commentedTask(jimin, woojin, '댓글로 갈 일');
  await bell(woojin).click();
  const group = inbox(woojin).getByRole('region', { name: '댓글로 갈 일' });
  await group
    .getByRole('link', { name: /댓글을 남겼어요/ })
    .nth(1)
    .click();

  const comment = woojin.locator('li[data-arrived]');
  await comment.waitFor();
  expect(await comment.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(woojin.url()).toContain(`#comment-${first}`);
  expect(await comment.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  await comment.waitFor({ state: 'detached', timeout: 8_000 });
  expect(woojin.url()).not.toContain('#');
  expect(office.complaints).toEqual([]);
});

test('a kind that is off makes no notice at all', async () => {
  const jimin = await office.signIn('user11');
  const woojin = await office.signIn('user05');
  await woojin.goto('/settings');
  const wishes = woojin.getByRole('region', { name: '알림 받는 방식' });
  await wishes.getByRole('checkbox', { name: '내 일에 댓글이 달릴 때' }).uncheck();
  await commentedTask(jimin, woojin, '조용한 일');
  await bell(woojin).click();
  const group = inbox(woojin).getByRole('region', { name: '조용한 일' });
  await group.getByRole('link', { name: /이 일을 맡겼어요/ }).waitFor();
  expect(await group.getByRole('link').count()).toBe(1);
  expect(office.complaints).toEqual([]);
});
