// Writing in real browsers: what is begun on one device and gone on with on another, lines that break, calling somebody by
// keyboard, and a message for later.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

const ROOM = '고객지원팀';
const field = (page: Page) => page.getByRole('textbox', { name: /메시지/ });
const log = (page: Page) => page.getByRole('log');

async function openRoom(page: Page): Promise<void> {
  await page.goto('/chat');
  await page.getByRole('link', { name: ROOM }).first().click();
  await field(page).waitFor();
  await log(page).getByText(/./).first().waitFor();
}

async function say(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await page.keyboard.press('Enter');
}

/** As axe sees where one writes. */
async function expectNoBarrier(page: Page, part: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
}

function expectOnceInOrder(said: string, texts: string[]): void {
  const places = texts.map((text) => said.indexOf(text));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  for (const text of texts) expect(said.split(text)).toHaveLength(2);
}

test('what one begins to write on one device is there on the other, and gone when it was sent', async () => {
  const desk = await office.signIn('user05');
  const phone = await office.signIn('user05', { width: 390 });
  await openRoom(desk);
  await openRoom(phone);
  await field(desk).fill('책상에서 쓰던 글');
  await expect.poll(() => field(phone).inputValue()).toBe('책상에서 쓰던 글');
  await field(phone).fill('책상에서 쓰던 글을 폰에서 이어 쓴 글');
  await expect.poll(() => field(desk).inputValue()).toBe('책상에서 쓰던 글을 폰에서 이어 쓴 글');

  await desk.goto('/chat');
  await desk.getByRole('link', { name: ROOM }).getByText('초안').waitFor();
  await openRoom(desk);
  await field(desk).press('Enter');

  await expect.poll(() => field(phone).inputValue()).toBe('');
  await log(phone).getByText('책상에서 쓰던 글을 폰에서 이어 쓴 글').waitFor();
  expect(office.complaints).toEqual([]);
});

test('what was written without a connection goes by itself, in order and once, also over a reload on another screen', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await openRoom(woojin);
  await openRoom(jimin);
  await woojin.context().setOffline(true);
  const texts = ['터널에서 쓴 첫째', '터널에서 쓴 둘째', '터널에서 쓴 셋째'];
  for (const text of texts) await say(woojin, text);
  await expect.poll(() => log(woojin).getByText('대기 중').count()).toBe(3);
  expect(await woojin.getByText('보내지 못했어요').count()).toBe(0);

  await woojin.context().setOffline(false);

  await log(jimin).getByText('터널에서 쓴 셋째').waitFor();
  expectOnceInOrder(await log(jimin).innerText(), texts);

  await woojin.context().setOffline(true);
  await say(woojin, '다시 불러온 뒤에 갈 글');
  await expect.poll(() => log(woojin).getByText('대기 중').count()).toBe(1);
  await woojin.close();
  const again = await woojin.context().newPage();
  await woojin.context().setOffline(false);
  await again.goto('/tasks');
  await log(jimin).getByText('다시 불러온 뒤에 갈 글').waitFor();
  expect(office.complaints).toEqual([]);
});

test('a server that restarts in the middle has every message once and in order', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await openRoom(woojin);
  await openRoom(jimin);
  const texts = Array.from(
    { length: 20 },
    (_, at) => `재시작 ${String(at + 1).padStart(2, '0')}번`,
  );
  for (const [at, text] of texts.entries()) {
    await say(woojin, text);
    if (at === 6) await office.stopServer();
    if (at === 13) await office.startServer();
  }
  await log(jimin).getByText('재시작 20번').waitFor({ timeout: 30_000 });
  await expect.poll(async () => (await log(jimin).innerText()).includes('재시작 01번')).toBe(true);
  expectOnceInOrder(await log(jimin).innerText(), texts);
  expect(office.complaints).toEqual([]);
});

test('somebody is called by keyboard, while the name is being composed', async () => {
  const woojin = await office.signIn('user05');
  await openRoom(woojin);
  const keyboard = await woojin.context().newCDPSession(woojin);
  await field(woojin).fill('');
  await field(woojin).pressSequentially('확인 부탁드려요 @');
  await woojin.getByRole('option').first().waitFor();
  await expectNoBarrier(woojin, 'textarea, [role=listbox]');
  for (const text of ['ㅎ', '하', '한'])
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
  await woojin.getByRole('option', { name: /한지민/ }).waitFor();
  await woojin.keyboard.press('ArrowDown');
  await woojin.keyboard.press('ArrowUp');
  const enter = { key: 'Enter', code: 'Enter' };
  await keyboard.send('Input.dispatchKeyEvent', {
    ...enter,
    type: 'rawKeyDown',
    windowsVirtualKeyCode: 229,
  });
  await keyboard.send('Input.insertText', { text: '한' });
  await keyboard.send('Input.dispatchKeyEvent', {
    ...enter,
    type: 'keyDown',
    windowsVirtualKeyCode: 13,
    text: '\r',
  });
  await keyboard.send('Input.dispatchKeyEvent', { ...enter, type: 'keyUp' });
  expect(await field(woojin).inputValue()).toBe('확인 부탁드려요 @한지민 ');
  await woojin.keyboard.press('Enter');
  await log(woojin).getByText('@한지민').last().waitFor();
  expect(office.complaints).toEqual([]);
});

test('a message for later goes at its time; one that is taken back stands in the field again', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await openRoom(woojin);
  await openRoom(jimin);
  for (const text of ['나중에 갈 글', '다시 고칠 글']) {
    await field(woojin).fill(text);
    await woojin.getByRole('button', { name: '나중에 보내기' }).click();
    await woojin.getByRole('button', { name: /내일 아침/ }).click();
    await expect.poll(() => field(woojin).inputValue()).toBe('');
  }
  await woojin.getByRole('button', { name: /예약한 메시지 2개/ }).click();
  const sheet = woojin.getByRole('dialog', { name: '예약한 메시지' });
  await expectNoBarrier(woojin, '[role=dialog]');
  const rowOf = (text: string) => sheet.getByRole('article').filter({ hasText: text });
  await rowOf('나중에 갈 글').getByRole('button', { name: '지금 보내기' }).click();
  await log(jimin).getByText('나중에 갈 글').waitFor();
  await rowOf('다시 고칠 글').getByRole('button', { name: '취소하고 고치기' }).click();
  await expect.poll(() => field(woojin).inputValue()).toBe('다시 고칠 글');
  await expect.poll(() => woojin.getByRole('button', { name: /예약한 메시지/ }).count()).toBe(0);
  expect(await log(jimin).getByText('다시 고칠 글').count()).toBe(0);
  expect(office.complaints).toEqual([]);
});

test('what could not be said in a room that is gone is still there, with the reason, to be copied', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await woojin.goto('/chat');
  await woojin.getByRole('button', { name: '새 대화' }).first().click();
  for (const name of ['한지민', '김민수']) {
    await woojin.getByRole('combobox').fill(name);
    await woojin.keyboard.press('Enter');
  }
  await woojin.getByRole('textbox', { name: '대화방 이름' }).fill('곧 나갈 방');
  await woojin.getByRole('button', { name: '대화 시작' }).click();
  await field(woojin).fill('첫 글');
  await woojin.keyboard.press('Enter');
  await jimin.goto('/chat');
  await jimin.getByRole('link', { name: '곧 나갈 방' }).click();
  await log(jimin).getByText('첫 글').waitFor();
  await jimin.context().setOffline(true);
  await say(jimin, '끊긴 채 쓴 글');
  await log(jimin).getByText('대기 중').waitFor();
  await woojin.getByRole('button', { name: /참여한 사람/ }).click();
  await woojin
    .getByRole('button', { name: /한지민.*(메뉴|더 보기)|한지민/ })
    .last()
    .click();
  await woojin.getByRole('menuitem', { name: /내보내기|빼기/ }).click();
  await woojin
    .getByRole('dialog')
    .getByRole('button', { name: /내보내기|빼기/ })
    .click();

  await jimin.context().setOffline(false);

  await jimin.getByRole('button', { name: '보내지 못한 메시지 1개' }).click();
  const sheet = jimin.getByRole('dialog', { name: '보내지 못한 메시지' });
  await sheet.getByText('끊긴 채 쓴 글').waitFor();
  await sheet.getByText(/대화방을 찾을 수 없어요/).waitFor();
  await sheet.getByRole('button', { name: '복사' }).click();
  await jimin.getByText('복사했어요.').waitFor();
  await sheet.getByRole('button', { name: '삭제' }).click();
  await expect.poll(() => sheet.getByText('끊긴 채 쓴 글').count()).toBe(0);
  expect(office.complaints).toEqual([]);
});

test('an answer shows what it answers, Esc takes that away, and the arrow up edits the last message', async () => {
  const woojin = await office.signIn('user05');
  await openRoom(woojin);
  await say(woojin, '답장을 받을 글');
  const message = log(woojin)
    .locator('[data-message]')
    .filter({ hasText: '답장을 받을 글' })
    .last();
  const chip = woojin.getByText('정우진 님에게 답장');
  const answer = async () => {
    await message.hover();
    await message.getByRole('button', { name: '답장' }).click();
    await chip.waitFor();
  };
  await answer();
  await woojin.keyboard.press('Escape');
  await expect.poll(() => chip.count()).toBe(0);
  await answer();
  await woojin.keyboard.type('답장이에요');
  await woojin.keyboard.press('Enter');
  await expect.poll(() => chip.count()).toBe(0);
  const said = log(woojin).locator('[data-message]').filter({ hasText: '답장이에요' }).last();
  await expect.poll(() => said.innerText()).toContain('답장을 받을 글');
  await woojin.waitForTimeout(500);

  await woojin.keyboard.press('ArrowUp');
  const edit = woojin.getByRole('textbox', { name: '메시지 고치기' });
  await edit.fill('고친 답장이에요');
  await woojin.keyboard.press('Enter');

  await log(woojin).getByText('고친 답장이에요').waitFor();
  expect(office.complaints).toEqual([]);
});

test('who likes it the other way round breaks lines with Enter and sends with Ctrl+Enter', async () => {
  const jimin = await office.signIn('user11');
  await jimin.goto('/settings');
  const choice = jimin.getByRole('radiogroup', { name: '채팅에서 Enter 키' });
  await choice.getByText('줄 바꾸기').click();
  await openRoom(jimin);
  await field(jimin).fill('첫 줄');
  await jimin.keyboard.press('Enter');
  await jimin.keyboard.type('둘째 줄');
  expect(await field(jimin).inputValue()).toBe('첫 줄\n둘째 줄');
  await jimin.keyboard.press('Control+Enter');
  await expect.poll(() => field(jimin).inputValue()).toBe('');
  await log(jimin).getByText('둘째 줄').last().waitFor();
  await jimin.goto('/settings');
  await choice.getByText('보내기').click();
  expect(office.complaints).toEqual([]);
});
