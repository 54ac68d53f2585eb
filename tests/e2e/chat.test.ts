// Chat in real browsers: Hangul as it is composed, a connection that breaks, reading back while others go on talking.
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

const field = (page: Page) => page.getByRole('textbox', { name: /메시지/ });
const mine = (page: Page) => page.getByRole('log').locator('[data-mine]');

/** Of those that are drawn: more of a talk than is near the screen is not. */
function idsOfMine(page: Page): Promise<(string | undefined)[]> {
  const messages = page.getByRole('article').filter({ has: page.locator('[data-mine]') });
  return messages.evaluateAll((all) =>
    all.map((message) => (message instanceof HTMLElement ? message.dataset['message'] : undefined)),
  );
}

async function openRoom(page: Page, name: string): Promise<void> {
  await page.goto('/chat');
  await page.getByRole('link', { name }).first().click();
  await field(page).waitFor();
  await page.getByRole('log').getByText(/./).first().waitFor();
}

async function pressEnter(keyboard: CDPSession, keyCode: 13 | 229): Promise<void> {
  await keyboard.send('Input.dispatchKeyEvent', {
    type: keyCode === 13 ? 'keyDown' : 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: keyCode,
    ...(keyCode === 13 ? { text: '\r' } : {}),
  });
}

test('one Enter finishes the syllable that is being composed and sends once', async () => {
  const woojin = await office.signIn('user05');
  await openRoom(woojin, '고객지원팀');
  const keyboard = await woojin.context().newCDPSession(woojin);
  const before = new Set(await idsOfMine(woojin));
  await field(woojin).focus();
  for (const text of ['ㄴ', '네', '넵'])
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });

  await pressEnter(keyboard, 229);
  await keyboard.send('Input.insertText', { text: '넵' });
  await pressEnter(keyboard, 13);

  await expect.poll(() => mine(woojin).last().innerText()).toContain('넵');
  await woojin.waitForTimeout(300);
  const said = (await idsOfMine(woojin)).filter((id) => !before.has(id));
  expect(said).toHaveLength(1);
  expect(await field(woojin).inputValue()).toBe('');
  expect(office.complaints).toEqual([]);
});

test('reading back stays where it is while older messages load and new ones come', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await openRoom(woojin, '고객지원팀');
  await openRoom(jimin, '고객지원팀');
  await jimin.waitForTimeout(500);
  const jumps = await jimin.getByRole('log').evaluate(readBack);
  await field(woojin).fill('아래에서 계속 이야기해요');
  await woojin.keyboard.press('Enter');

  const news = jimin.getByRole('button', { name: '새 메시지 1개' });
  await news.waitFor();
  expect(jumps.filter((jump) => Math.abs(jump) > 1)).toEqual([]);
  await news.click();
  await jimin.getByRole('log').getByText('아래에서 계속 이야기해요').waitFor();
  expect(office.complaints).toEqual([]);
});

/** Scrolls up sixty times; how far the message in the middle came to rest from where it should be. Runs in the page. */
async function readBack(log: Element): Promise<number[]> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const atRest = async (top: () => number | undefined) => {
    let [still, last] = [0, top()];
    for (let frames = 0; still < 4 && frames < 60; frames += 1) {
      await frame();
      still = top() === last ? still + 1 : 0;
      last = top();
    }
  };
  const rows = () => [...log.querySelectorAll<HTMLElement>('[data-index]')];
  const middle = log.getBoundingClientRect().top + 250;
  const jumps: number[] = [];
  for (let at = 0; at < 60; at += 1) {
    const row = rows().find((each) => each.getBoundingClientRect().top > middle);
    const place = row?.getBoundingClientRect().top ?? 0;
    const words = row?.textContent;
    const from = log.scrollTop;
    log.scrollBy(0, -90);
    await atRest(
      () =>
        rows()
          .find((each) => each.textContent === words)
          ?.getBoundingClientRect().top,
    );
    const same = rows().filter((each) => each.textContent === words);
    if (from > 90 && same.length === 1 && same[0] !== undefined)
      jumps.push(Math.round(same[0].getBoundingClientRect().top - place - 90));
  }
  return jumps;
}

test('somebody who leaves a room sees that it is gone, and the others that they left', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await woojin.goto('/chat');
  await woojin.getByRole('button', { name: '새 대화' }).first().click();
  const search = woojin.getByRole('combobox');
  for (const name of ['한지민', '김민수']) {
    await search.fill(name);
    await woojin.keyboard.press('Enter');
  }
  await woojin.getByRole('textbox', { name: '대화방 이름' }).fill('송년회 준비');
  await woojin.getByRole('button', { name: '대화 시작' }).click();
  await field(woojin).fill('어디서 할까요?');
  await woojin.keyboard.press('Enter');
  await jimin.goto('/chat');
  const link = jimin.getByRole('link', { name: '송년회 준비' });
  await link.click();
  await jimin.getByRole('log').getByText('어디서 할까요?').waitFor();

  await jimin.getByRole('button', { name: '참여한 사람 3명' }).click();
  await jimin.getByRole('button', { name: '나가기' }).click();
  const question = jimin.getByRole('dialog', { name: '대화방에서 나갈까요?' });
  await question.getByRole('button', { name: '나가기' }).click();

  await expect.poll(() => link.count()).toBe(0);
  await woojin.getByRole('button', { name: '참여한 사람 2명' }).waitFor();
  expect(office.complaints).toEqual([]);
});
