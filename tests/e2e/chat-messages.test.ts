// What two people see of each other's messages: reactions, edits, deletions, who has read them; and everything that can be
// done with a message, by keyboard alone.
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

const field = (page: Page) => page.getByRole('textbox', { name: /보낼 메시지/ });
const messageOf = (page: Page, text: string): Locator =>
  page.getByRole('log').getByRole('article').filter({ hasText: text });

async function say(page: Page, text: string): Promise<Locator> {
  await field(page).fill(text);
  await page.keyboard.press('Enter');
  const message = messageOf(page, text);
  await message.locator('[data-message-menu]').waitFor({ state: 'attached' });
  return message;
}

/** A room of three, open on the first two's screens; the third never looks. */
async function newRoom(title: string) {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await woojin.goto('/chat');
  await woojin.getByRole('button', { name: '새 대화' }).first().click();
  const search = woojin.getByRole('combobox');
  for (const name of ['한지민', '김민수']) {
    await search.fill(name);
    await woojin.keyboard.press('Enter');
  }
  await woojin.getByRole('textbox', { name: '대화방 이름' }).fill(title);
  await woojin.getByRole('button', { name: '대화 시작' }).click();
  await field(woojin).waitFor();
  return { woojin, jimin, open: () => openRoom(jimin, title) };
}

async function openRoom(page: Page, title: string): Promise<void> {
  await page.goto('/chat');
  await page.getByRole('link', { name: title }).click();
  await field(page).waitFor();
}

async function choose(page: Page, message: Locator, item: string): Promise<void> {
  await message.hover();
  await message.locator('[data-message-menu]').click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

test('the unread number counts down as others read, and names who has not', async () => {
  const { woojin, jimin, open } = await newRoom('읽음 확인');
  const message = await say(woojin, '확인 부탁드려요');
  await message.getByRole('button', { name: '2명이 아직 안 읽었어요' }).click();
  const readers = woojin.getByRole('dialog', { name: '읽은 사람' });
  await readers.getByText('안 읽은 사람 2명').waitFor();

  await open();

  await messageOf(jimin, '확인 부탁드려요').waitFor();
  await readers.getByText('읽은 사람 1명', { exact: true }).waitFor();
  expect(await readers.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringContaining('김민수'),
    expect.stringMatching(/한지민[\s\S]*방금/),
  ]);
  await message.getByRole('button', { name: '1명이 아직 안 읽었어요' }).waitFor();
  expect(office.complaints).toEqual([]);
});

test('reactions, edits and deletions appear on the other screen', async () => {
  const { woojin, jimin, open } = await newRoom('바뀌는 메시지');
  const mine = await say(woojin, '3시에 봐요');
  await open();
  const theirs = messageOf(jimin, '3시에 봐요');

  await theirs.hover();
  await theirs.getByRole('button', { name: '반응 남기기' }).click();
  await jimin.getByRole('button', { name: '👍 남기기' }).click();
  const reaction = mine.getByRole('button', { name: '👍 1명: 한지민' });
  await reaction.click();
  await theirs.getByRole('button', { name: '👍 2명: 한지민, 정우진' }).waitFor();

  await choose(woojin, mine, '고치기');
  const edit = woojin.getByRole('textbox', { name: '메시지 고치기' });
  await edit.fill('**4시**에 봐요');
  await edit.press('Enter');
  const edited = messageOf(jimin, '4시에 봐요');
  await edited.getByRole('button', { name: '수정됨' }).click();
  const history = jimin.getByRole('dialog', { name: '고친 기록' });
  await history.getByText('3시에 봐요').waitFor();
  await jimin.keyboard.press('Escape');

  await choose(woojin, messageOf(woojin, '4시에 봐요'), '삭제');
  await woojin.getByRole('dialog').getByRole('button', { name: '삭제' }).click();
  await messageOf(jimin, '삭제된 메시지예요').waitFor();
  await expect.poll(() => messageOf(jimin, '4시에 봐요').count()).toBe(0);
  expect(office.complaints).toEqual([]);
});

test('a text that cannot be saved stays in its field, and a change made elsewhere is shown beside it', async () => {
  const { woojin } = await newRoom('두 책상');
  const mine = await say(woojin, '처음 글');
  const other = await woojin.context().newPage();
  await other.goto(woojin.url());
  await choose(woojin, mine, '고치기');
  const edit = woojin.getByRole('textbox', { name: '메시지 고치기' });
  await edit.fill('여기서 쓴 글');
  await woojin.context().setOffline(true);
  await edit.press('Enter');
  await woojin.getByRole('alert').getByText(/연결/).waitFor();
  expect(await edit.inputValue()).toBe('여기서 쓴 글');
  await woojin.context().setOffline(false);

  await choose(other, messageOf(other, '처음 글'), '고치기');
  const there = other.getByRole('textbox', { name: '메시지 고치기' });
  await there.fill('저기서 쓴 글');
  await there.press('Enter');
  await messageOf(other, '저기서 쓴 글').waitFor();
  await edit.press('Enter');

  await woojin.getByRole('alert').getByText('저기서 쓴 글').waitFor();
  expect(await edit.inputValue()).toBe('여기서 쓴 글');
  await woojin.getByRole('button', { name: '내 글로 저장' }).click();
  await messageOf(other, '여기서 쓴 글').waitFor();
});

test('everything is reached by keyboard: the message opens its menu, arrows choose, the focus comes back', async () => {
  const { woojin } = await newRoom('글쇠만으로');
  await say(woojin, '글쇠로 고쳐 볼게요');
  await woojin.getByRole('log').focus();
  await woojin.keyboard.press('ArrowUp');
  await woojin.keyboard.press('Enter');
  const menu = woojin.getByRole('menu');
  await menu.waitFor();
  await woojin.keyboard.press('Enter');
  await messageOf(woojin, '글쇠로').getByRole('button', { name: '👍 1명: 정우진' }).waitFor();

  await woojin.keyboard.press('Enter');
  await menu.waitFor();
  const items = await menu.getByRole('menuitem').allInnerTexts();
  expect(items.map((item) => item.trim()).slice(-3)).toEqual([
    '여기부터 안 읽음으로',
    '읽은 사람',
    '삭제',
  ]);
  const place = items.findIndex((item) => item.trim() === '고치기');
  for (let at = 0; at < place; at += 1) await woojin.keyboard.press('ArrowDown');
  await woojin.keyboard.press('Enter');
  await woojin.getByRole('textbox', { name: '메시지 고치기' }).waitFor();
  await woojin.keyboard.type('!');
  await woojin.keyboard.press('Enter');
  await messageOf(woojin, '글쇠로 고쳐 볼게요!').waitFor();
  const focused = () => woojin.evaluate(() => document.activeElement?.tagName);
  await expect.poll(focused).toBe('ARTICLE');
  expect(office.complaints).toEqual([]);
});

test('a message becomes a task that leads back to it, is pinned, forwarded and kept for later', async () => {
  const { woojin, jimin, open } = await newRoom('일이 되는 말');
  const mine = await say(woojin, '견적서를 금요일까지 보내 주세요');
  await open();

  await choose(woojin, mine, '고정');
  await jimin.getByRole('button', { name: '고정한 메시지 1개 모두 보기' }).waitFor();
  const theirs = messageOf(jimin, '견적서를 금요일까지');
  await choose(jimin, theirs, '나중에 보기');
  await jimin.getByText('나중에 볼 메시지에 담았어요').waitFor();
  await jimin.getByRole('button', { name: '나중에 볼 메시지', exact: true }).click();
  const saved = jimin.getByRole('dialog', { name: '나중에 볼 메시지' });
  await saved.getByRole('link', { name: /견적서를 금요일까지/ }).click();
  await theirs.waitFor();

  await choose(jimin, theirs, '전달');
  const dialog = jimin.getByRole('dialog', { name: '전달' });
  await dialog.getByRole('combobox').fill('고객지원팀');
  await jimin.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '1곳에 전달' }).click();
  await jimin.getByText('대화방 1곳에 전달했어요').waitFor();
  await openRoom(woojin, '고객지원팀');
  await messageOf(woojin, '견적서를 금요일까지').getByText('정우진 님의 메시지 전달').waitFor();

  await choose(jimin, theirs, '할 일로 만들기');
  await jimin.getByRole('button', { name: '열기', exact: true }).click();
  await jimin.getByRole('link', { name: '채팅 메시지 보기' }).click();
  await theirs.waitFor();
  expect(office.complaints).toEqual([]);
});

test('a message becomes a reminder that leads back to it', async () => {
  const { woojin } = await newRoom('잊지 않기');
  await choose(woojin, await say(woojin, '거래처에 전화 드리기'), '알림 예약');
  await woojin.getByRole('button', { name: '1시간 뒤' }).click();
  await woojin.getByText(/에 알려 드릴게요/).waitFor();
  await woojin.goto('/reminders');
  const reminder = woojin.getByRole('listitem').filter({ hasText: '거래처에 전화 드리기' });
  await reminder.getByRole('link', { name: /의 메시지$/ }).click();
  await messageOf(woojin, '거래처에 전화 드리기').waitFor();
  expect(office.complaints).toEqual([]);
});

test('an address with a number opens the room at that message', async () => {
  const { woojin, jimin, open } = await newRoom('링크');
  const mine = await say(woojin, '링크로 열 메시지');
  await open();
  await woojin.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await choose(woojin, mine, '링크 복사');
  await woojin.getByText('링크를 복사했어요').waitFor();
  const link = await woojin.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/chat\/[\w-]+\?no=\d+$/);
  await jimin.goto(link);
  await messageOf(jimin, '링크로 열 메시지').waitFor();
});

test.each([
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 390 },
] as const)(
  'a conversation and its menu have no barrier that axe knows ($colorScheme, $width px)',
  async (look) => {
    const page = await office.signIn('user01', look);
    await page.goto('/chat');
    await page
      .getByRole('link', { name: /추석 기획전|전체 공지/ })
      .first()
      .click();
    await field(page).waitFor();
    await field(page).fill(`**굵게** https://example.com/${look.width}`);
    await page.keyboard.press('Enter');
    const last = messageOf(page, `굵게 https://example.com/${look.width}`);
    await last.locator('[data-message-menu]').waitFor({ state: 'attached' });
    const barriers = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`);
    };
    expect(await barriers()).toEqual([]);
    await last.locator('[data-message-menu]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    expect(await barriers()).toEqual([]);
  },
  60_000,
);
