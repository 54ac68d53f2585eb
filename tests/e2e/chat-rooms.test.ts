// The life of a room as three people see it, from the first name picked to the archive.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

const field = (page: Page) => page.getByRole('textbox', { name: /메시지/ });
const log = (page: Page) => page.getByRole('log');
const inList = (page: Page, name: string) =>
  page.getByRole('list', { name: '대화방', exact: true }).getByRole('link', { name });
const sheet = (page: Page) => page.getByRole('dialog', { name: '대화방 정보' });

async function say(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await page.keyboard.press('Enter');
  await log(page).getByText(text).waitFor();
}

async function openSheet(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^참여한 사람 \d+명$/ }).click();
  await sheet(page).waitFor();
}

/** By keyboard alone. */
async function makeRoom(page: Page, title: string, typed: readonly string[]): Promise<void> {
  await page.goto('/chat');
  await page.getByRole('list', { name: '대화방', exact: true }).waitFor();
  await page.keyboard.press('n');
  const search = page.getByRole('combobox');
  await search.waitFor();
  for (const text of typed) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Tab');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await field(page).waitFor();
}

async function chooseInMenu(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `${name} 님 메뉴` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('a room from its first name to the archive, as everybody in it sees it', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  const minsu = await office.signIn('user01');
  await makeRoom(woojin, '송년회', ['ㅎㅈㅁ', '조현우']);
  await woojin.getByRole('heading', { name: '송년회' }).waitFor();
  await say(woojin, '셋이서 먼저 정해요');
  await jimin.goto('/chat');
  await inList(jimin, '송년회').click();
  await log(jimin).getByText('셋이서 먼저 정해요').waitFor();

  await openSheet(woojin);
  await sheet(woojin)
    .getByRole('button', { name: /^대화방 이름/ })
    .click();
  await sheet(woojin).getByRole('textbox', { name: '대화방 이름' }).fill('송년회 준비');
  await woojin.keyboard.press('Enter');
  await jimin.getByRole('heading', { name: '송년회 준비' }).waitFor();
  await inList(jimin, '송년회 준비').waitFor();

  await sheet(woojin).getByText('들어온 뒤부터').click();
  await sheet(woojin).getByRole('button', { name: '사람 추가' }).click();
  await woojin.keyboard.type('김민수');
  await woojin.keyboard.press('Enter');
  await sheet(woojin).getByRole('listitem').filter({ hasText: '김민수' }).waitFor();
  await minsu.goto('/chat');
  await inList(minsu, '송년회 준비').click();
  await minsu.getByText('아직 새 메시지가 없어요').last().waitFor();
  await woojin.keyboard.press('Escape');
  await say(woojin, '어서 오세요');
  await log(minsu).getByText('어서 오세요').waitFor();
  expect(await minsu.getByText('셋이서 먼저 정해요').count()).toBe(0);
  await minsu.reload();
  await log(minsu).getByText('어서 오세요').waitFor();
  expect(await minsu.getByText('셋이서 먼저 정해요').count()).toBe(0);

  await openSheet(woojin);
  await chooseInMenu(woojin, '한지민', '내보내기');
  await woojin
    .getByRole('dialog', { name: '한지민 님을 내보낼까요?' })
    .getByRole('button', { name: '내보내기' })
    .click();
  await jimin.getByText('볼 수 없는 대화방이에요').waitFor();
  await expect.poll(() => inList(jimin, '송년회 준비').count()).toBe(0);
  await minsu.getByRole('button', { name: '참여한 사람 3명' }).waitFor();

  expect(await minsu.getByRole('button', { name: '보관하기' }).count()).toBe(0);
  await chooseInMenu(woojin, '김민수', '방장으로 정하기');
  await chooseInMenu(woojin, '정우진', '방장 그만두기');
  await woojin
    .getByRole('dialog', { name: '방장을 그만둘까요?' })
    .getByRole('button', { name: '방장 그만두기' })
    .click();
  await expect.poll(() => sheet(woojin).getByRole('button', { name: '사람 추가' }).count()).toBe(0);
  await openSheet(minsu);
  await sheet(minsu).getByRole('button', { name: '보관하기' }).click();

  await woojin.keyboard.press('Escape');
  await woojin.getByText('보관한 대화방이라 읽을 수만 있어요.').waitFor();
  expect(await field(woojin).count()).toBe(0);
  await woojin.getByRole('button', { name: /^보관한 대화방/ }).waitFor();
  await expect.poll(() => inList(woojin, '송년회 준비').count()).toBe(0);
  await sheet(minsu).getByRole('button', { name: '보관 풀기' }).click();
  await field(woojin).waitFor();
  await inList(woojin, '송년회 준비').waitFor();
  await chooseInMenu(minsu, '정우진', '둘이 대화하기');
  await minsu.getByRole('heading', { name: '정우진' }).waitFor();
  expect(await sheet(minsu).count()).toBe(0);
  expect(office.complaints).toEqual([]);
});

test('what a room is to me is so in all my tabs at once: pinned to the top, muted and out of the sum', async () => {
  const woojin = await office.signIn('user05');
  const second = await woojin.context().newPage();
  const jimin = await office.signIn('user11');
  await makeRoom(jimin, '맛집', ['정우진', '조현우']);
  await woojin.goto('/chat');
  await second.goto('/chat');
  await inList(second, '맛집').waitFor();
  await makeRoom(jimin, '회식', ['정우진', '조현우']);
  const first = (page: Page) =>
    page.getByRole('list', { name: '대화방', exact: true }).getByRole('link').first();
  await expect.poll(() => first(second).innerText()).toContain('회식');

  await inList(woojin, '맛집').click();
  await openSheet(woojin);
  await sheet(woojin).getByText('내 모든 기기에서 맨 위에 보여요').waitFor();
  await sheet(woojin).getByRole('switch', { name: '목록 위에 고정' }).focus();
  await woojin.keyboard.press('Space');
  await expect.poll(() => first(second).innerText()).toContain('맛집');
  await sheet(woojin).getByRole('switch', { name: '조용히 두기' }).focus();
  await woojin.keyboard.press('Space');
  await inList(second, '맛집').getByText('조용히 둠').waitFor();
  await woojin.goto('/tasks');

  const sum = await unreadChats(second);
  await jimin.goto('/chat');
  await inList(jimin, '맛집').click();
  await say(jimin, '여기 어때요?');
  await inList(second, '맛집').getByText('읽지 않음 1개').waitFor();
  expect(await unreadChats(second)).toBe(sum);
  expect(office.complaints).toEqual([]);
});

/** One blue point. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==',
  'base64',
);

test('a picture of the room is seen by its people at once, and by nobody else', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  const minsu = await office.signIn('user01');
  await makeRoom(woojin, '사진 모임', ['한지민', '조현우']);
  await jimin.goto('/chat');
  await inList(jimin, '사진 모임').waitFor();
  await openSheet(woojin);
  const files = [{ name: '단체 사진.png', mimeType: 'image/png', buffer: PICTURE }];
  await sheet(woojin).getByLabel('사진 고르기').setInputFiles(files);

  const picture = inList(jimin, '사진 모임').locator('img');
  await expect
    .poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth))
    .toBe(1);
  const address = (await picture.getAttribute('src')) ?? '';
  expect((await minsu.request.get(address)).status()).toBe(404);
  await sheet(woojin).getByRole('button', { name: '대화방 사진' }).click();
  await woojin.getByRole('menuitem', { name: '사진 빼기' }).click();
  await expect.poll(() => picture.count()).toBe(0);
  expect((await jimin.request.get(address)).status()).toBe(404);
  expect(office.complaints).toEqual([]);
});

test.each([
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 390 },
] as const)('the sheet of a room has no barrier that axe knows ($colorScheme)', async (look) => {
  const minsu = await office.signIn('user01', look);
  await makeRoom(minsu, `회의 ${look.colorScheme}`, ['정우진', '조현우']);
  await openSheet(minsu);
  await sheet(minsu).getByRole('button', { name: '사람 추가' }).click();
  const { violations } = await new AxeBuilder({ page: minsu }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

async function unreadChats(page: Page): Promise<string> {
  return page.getByRole('navigation').getByRole('link', { name: /채팅/ }).first().innerText();
}

test('a room is found by the 초성 of somebody in it, and opened with Enter', async () => {
  const woojin = await office.signIn('user05');
  await woojin.goto('/chat');
  const search = woojin.getByRole('searchbox', { name: '대화방 찾기' });
  await search.fill('ㄱㅁㅅ');
  await expect
    .poll(() =>
      inList(woojin, '')
        .allInnerTexts()
        .then((texts) => texts.length),
    )
    .toBeGreaterThan(0);
  await search.fill('고객지원');
  await search.press('Enter');
  await woojin.getByRole('heading', { name: '고객지원팀' }).waitFor();
  await search.press('Escape');
  expect(await search.inputValue()).toBe('');
  await search.fill('없는 방 이름');
  await woojin.getByText('그런 대화방이 없어요').waitFor();
  expect(office.complaints).toEqual([]);
});
