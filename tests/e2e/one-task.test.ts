// One task between two people: taken back out of the trash, repeated, looked at, disputed, and with pictures.
import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givePicture } from '#tests/support/give-picture.ts';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
let woojin: Page;
let jimin: Page;
beforeAll(async () => {
  office = await openOffice();
  woojin = await office.signIn('user05');
  jimin = await office.signIn('user11');
});
afterAll(() => office[Symbol.asyncDispose]());

const row = (page: Page, title: string) =>
  page.getByRole('list', { name: '할일' }).getByRole('button', { name: new RegExp(`^${title}`) });
const opened = (page: Page, title: string) =>
  page.locator('[data-task]').filter({ hasText: title }).first();
const panel = (page: Page, title: string) => page.getByRole('complementary', { name: title });

async function addTask(page: Page, line: string): Promise<void> {
  await page.goto('/tasks');
  await page.getByRole('textbox', { name: '할 일 추가' }).fill(line);
  await page.keyboard.press('Enter');
}

test('a removed task comes back by a press, or from the trash', async () => {
  await addTask(woojin, '낡은 간판 떼기');
  await jimin.goto('/tasks');
  await opened(jimin, '낡은 간판 떼기').waitFor();
  for (const wayBack of ['toast', 'trash']) {
    await opened(woojin, '낡은 간판 떼기').click();
    await woojin.getByRole('button', { name: '할 일 삭제' }).click();
    await opened(jimin, '낡은 간판 떼기').waitFor({ state: 'detached' });
    if (wayBack === 'toast') await woojin.getByRole('button', { name: '되돌리기' }).click();
    else {
      await woojin.getByRole('button', { name: '휴지통' }).click();
      await woojin.getByRole('button', { name: '낡은 간판 떼기 되살리기' }).click();
      await woojin.getByText('휴지통이 비어 있어요').waitFor();
    }
    await opened(jimin, '낡은 간판 떼기').waitFor();
  }
  expect(office.complaints).toEqual([]);
});

test('a task that repeats goes on once, though two people finish it at the same moment', async () => {
  await addTask(woojin, '내일 금고 세기');
  await opened(woojin, '금고 세기').click();
  const fields = panel(woojin, '금고 세기');
  await fields.getByRole('button', { name: '반복 없음' }).click();
  await woojin.getByRole('textbox', { name: '반복을 말로 적기' }).fill('3일마다');
  await woojin.keyboard.press('Enter');
  await fields.getByRole('button', { name: /3일마다/ }).waitFor();
  for (const page of [woojin, jimin]) await page.goto('/tasks?text=금고+세기');
  await opened(jimin, '금고 세기').getByText('반복: 3일마다').waitFor({ state: 'attached' });

  await Promise.all(
    [woojin, jimin].map((page) =>
      page.getByRole('button', { name: '금고 세기 완료로 바꾸기' }).evaluate(pressUnlessDone),
    ),
  );

  for (const page of [woojin, jimin]) {
    const done = page.getByRole('heading', { name: /^완료/ }).getByRole('button');
    await done.click();
    await page.getByRole('button', { name: '금고 세기 다시 하기' }).waitFor();
    const next = page.getByRole('button', { name: '금고 세기 완료로 바꾸기' });
    await next.waitFor();
    expect(await next.count()).toBe(1);
  }
  expect(office.complaints).toEqual([]);
});

test('what a colleague changed has a dot until one looks at it', async () => {
  await addTask(woojin, '@한지민 진열대 닦기');
  await jimin.goto('/tasks');
  const changed = row(jimin, '진열대 닦기').filter({ hasText: '새로 바뀜' });
  await changed.waitFor();
  const otherTab = await jimin.context().newPage();
  await otherTab.goto('/tasks');
  await row(otherTab, '진열대 닦기').filter({ hasText: '새로 바뀜' }).waitFor();

  await changed.click();

  for (const page of [jimin, otherTab])
    await expect
      .poll(() => row(page, '진열대 닦기').filter({ hasText: '새로 바뀜' }).count())
      .toBe(0);
  await otherTab.close();
  await jimin.keyboard.press('Escape');
  await opened(woojin, '진열대 닦기').click();
  await woojin.getByRole('textbox', { name: '댓글을 적어 주세요' }).fill('오늘까지요');
  await woojin.getByRole('button', { name: '보내기', exact: true }).click();
  await changed.waitFor();
  expect(office.complaints).toEqual([]);
});

test('a description both wrote becomes theirs, mine or the original, as one chooses', async () => {
  await addTask(woojin, '@한지민 안내문 쓰기');
  await opened(woojin, '안내문 쓰기').click();
  await jimin.goto(woojin.url());
  const field = (page: Page) => page.getByRole('textbox', { name: '설명', exact: true });
  for (const [which, expected] of [
    ['내가 적은 내용', '지민의 글'],
    ['처음 내용', '지민의 글'],
    ['지금 내용', '우진의 글'],
  ] as const) {
    for (const page of [woojin, jimin]) {
      await page.getByRole('button', { name: /^설명/ }).click();
      await field(page).waitFor();
    }
    await field(woojin).fill('우진의 글');
    await field(jimin).fill(which === '내가 적은 내용' ? '지민의 글' : '지민의 새 글');
    await woojin.keyboard.press('Control+Enter');
    await field(woojin).waitFor({ state: 'detached' });
    await jimin.keyboard.press('Control+Enter');

    const question = jimin.getByRole('alert');
    await question.getByText('우진의 글').waitFor();
    await jimin.getByRole('button', { name: `${which} 고르기` }).click();

    await question.waitFor({ state: 'detached' });
    await panel(woojin, '안내문 쓰기').getByText(expected, { exact: true }).waitFor();
  }
  expect(office.complaints).toEqual([]);
});

test('pictures given to a description stand in it where they were put, on both screens', async () => {
  await addTask(woojin, '매대 사진 고르기');
  await opened(woojin, '매대 사진 고르기').click();
  await jimin.goto(woojin.url());
  await woojin.getByRole('button', { name: /^설명/ }).click();
  const field = woojin.getByRole('textbox', { name: '설명', exact: true });
  await field.fill('**왼쪽** 것으로\n아니면');
  await field.evaluate((text: HTMLTextAreaElement) => text.setSelectionRange(10, 10));
  await givePicture(field, { how: 'paste', name: '매대.png' });
  await givePicture(field, { how: 'drop', name: '옆.png' });
  expect(await field.inputValue()).toMatch(
    /^\*\*왼쪽\*\* 것으로\n!\[매대\.png\]\(file:[\w-]{36}\)\n!\[옆\.png\]\(file:[\w-]{36}\)\n아니면$/,
  );
  const history = jimin.getByRole('listitem').filter({ hasText: /^.*파일: .*매대\.png/ });
  await history.first().waitFor();
  await woojin.keyboard.press('Control+Enter');

  const text = jimin.locator('p', { hasText: '아니면' });
  const picture = text.getByRole('button', { name: '매대.png 크게 보기' });
  await picture.waitFor();
  await text.getByRole('button', { name: '옆.png 크게 보기' }).waitFor();
  const files = jimin.getByRole('region', { name: '파일' });
  expect(await files.getByRole('button', { name: /크게 보기/ }).count()).toBe(0);
  await expect.poll(() => picture.locator('img').evaluate(isLoaded)).toBe(true);
  await picture.click();
  await jimin.getByRole('dialog', { name: '매대.png' }).waitFor();
  await jimin.keyboard.press('ArrowRight');
  await jimin.getByRole('dialog', { name: '옆.png' }).waitFor();
  await jimin.keyboard.press('Escape');

  await woojin.getByRole('button', { name: '매대.png 빼기' }).press('Enter');
  await picture.waitFor({ state: 'detached' });
  await text.getByText('매대.png', { exact: true }).waitFor();
  await woojin.getByText('‘매대.png’ 파일을 뺐어요.').waitFor();
  await woojin.getByRole('button', { name: '되돌리기' }).click();
  await picture.waitFor();
  expect(office.complaints).toEqual([]);
});

test('a picture is chosen while writing; one that cannot be sent leaves the text, and can be tried again', async () => {
  await addTask(woojin, '간판 사진 고르기');
  await opened(woojin, '간판 사진 고르기').click();
  await woojin.getByRole('button', { name: /^설명/ }).click();
  const field = woojin.getByRole('textbox', { name: '설명', exact: true });
  await field.fill('이렇게요');
  await woojin.keyboard.press('Tab');
  expect(await woojin.getByRole('button', { name: '사진 넣기' }).evaluate(isFocused)).toBe(true);
  await woojin.route('**/files/**', (route) => route.abort());
  const chosen = { name: '간판.png', mimeType: 'image/png', buffer: PIXEL };
  await woojin.getByLabel('사진 넣기').and(woojin.locator('input')).setInputFiles(chosen);

  await woojin.getByRole('button', { name: '간판.png 다시 올리기' }).waitFor();
  expect(await field.inputValue()).toMatch(/^이렇게요\n!\[간판\.png\]\(file:[\w-]{36}\)\n$/);
  expect(await field.evaluate(isFocused)).toBe(true);
  await woojin.keyboard.press('Control+Enter');
  await woojin.locator('p', { hasText: '이렇게요' }).getByText('간판.png').waitFor();

  await woojin.unroute('**/files/**');
  await woojin.getByRole('button', { name: '간판.png 다시 올리기' }).click();
  const text = woojin.locator('p', { hasText: '이렇게요' });
  await text.getByRole('button', { name: '간판.png 크게 보기' }).waitFor();
  const complaints = office.complaints.splice(0).filter((text) => !text.includes('ERR_FAILED'));
  expect(complaints).toEqual([]);
});

test('a task made of a promotion leads back to it, and another like it is a press away', async () => {
  await woojin.goto('/promotions?status=scheduled');
  await woojin.getByRole('region', { name: '예정' }).getByRole('listitem').first().click();
  await woojin.getByRole('button', { name: '할 일 만들기' }).click();
  const came = new URL(woojin.url()).pathname;
  await woojin.getByRole('textbox', { name: '할 일 추가' }).fill('전단 맡기기');
  await woojin.keyboard.press('Enter');
  await woojin.getByRole('button', { name: '열기', exact: true }).click();
  const link = woojin.getByRole('link', { name: '프로모션 보기' });
  expect(await link.getAttribute('href')).toContain(came);

  await woojin.getByRole('button', { name: '똑같은 할 일 하나 더' }).click();
  const ticks = woojin.getByRole('button', { name: '전단 맡기기 완료로 바꾸기' });
  await expect.poll(() => ticks.count()).toBe(2);
  expect(office.complaints).toEqual([]);
});

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function isFocused(element: Element): boolean {
  return element === document.activeElement;
}

function isLoaded(image: Element): boolean {
  return image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0;
}

/** A real click takes several steps: what the other one did could turn the button round under it. */
function pressUnlessDone(button: HTMLElement): void {
  if (button.ariaPressed === 'false') button.click();
}
