// Files between two people: pasted, dropped and picked; pictures that are looked at, others that are fetched.
import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FILE_MAX_BYTES } from '#server/files/files.schema.ts';
import { givePicture } from '#tests/support/give-picture.ts';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

const field = (page: Page) => page.getByRole('textbox', { name: /메시지/ });
const log = (page: Page) => page.getByRole('log');
const send = (page: Page) => page.getByRole('button', { name: '보내기', exact: true });
const tray = (page: Page) => page.getByRole('list', { name: '붙인 파일' });
const picker = (place: Page | Locator) => place.locator('input[type=file][multiple]');

async function openRoom(page: Page, name: string): Promise<void> {
  await page.goto('/chat');
  await page.getByRole('link', { name }).first().click();
  await field(page).waitFor();
  await log(page).getByText(/./).first().waitFor();
}

const give = (page: Page, how: 'paste' | 'drop', name: string) =>
  givePicture(field(page), { how, name });

test('a pasted picture goes with its text, shows at once at the other’s, and can be looked at', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  await openRoom(woojin, '고객지원팀');
  await openRoom(jimin, '고객지원팀');

  await give(woojin, 'paste', '매장 사진.png');
  await tray(woojin).getByText('매장 사진.png').waitFor();
  await expect.poll(() => tray(woojin).getByRole('progressbar').count()).toBe(0);
  await field(woojin).fill('새 진열이에요');
  await woojin.keyboard.press('Enter');

  await expect.poll(() => tray(woojin).count()).toBe(0);
  const picture = log(jimin).getByRole('button', { name: '매장 사진.png 크게 보기' });
  await picture.waitFor();
  const image = picture.locator('img');
  await expect.poll(() => image.evaluate(isLoaded)).toBe(true);
  expect(await image.getAttribute('src')).toContain('size=thumbnail');
  await log(jimin).getByText('새 진열이에요').waitFor();

  await picture.click();
  const viewer = jimin.getByRole('dialog', { name: '매장 사진.png' });
  await expect.poll(() => viewer.getByRole('img').evaluate(isLoaded)).toBe(true);
  await jimin.keyboard.press('Escape');
  await expect.poll(() => viewer.count()).toBe(0);
  expect(await picture.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(office.complaints).toEqual([]);
});

test('several dropped pictures stand together, and the arrows go from one to the next', async () => {
  const woojin = await office.signIn('user05');
  await openRoom(woojin, '고객지원팀');
  for (const name of ['하나.png', '둘.png']) await give(woojin, 'drop', name);
  await expect.poll(() => tray(woojin).getByRole('progressbar').count()).toBe(0);
  await send(woojin).click();

  await log(woojin).getByRole('button', { name: '하나.png 크게 보기' }).click();
  await woojin.getByRole('dialog', { name: '하나.png' }).waitFor();
  await woojin.keyboard.press('ArrowRight');
  await woojin.getByRole('dialog', { name: '둘.png' }).waitFor();
  await woojin.keyboard.press('Escape');
  expect(office.complaints).toEqual([]);
});

test('another file is fetched as it was, by members only', async () => {
  const woojin = await office.signIn('user05');
  const jimin = await office.signIn('user11');
  const stranger = await office.signIn('user06');
  await openRoom(woojin, '고객지원팀');
  await openRoom(jimin, '고객지원팀');
  const content = Buffer.from('<script>alert(1)</script>', 'utf8');
  await picker(woojin).setInputFiles({
    name: '견적 "최종".html',
    mimeType: 'text/html',
    buffer: content,
  });
  await expect.poll(() => tray(woojin).getByRole('progressbar').count()).toBe(0);
  await send(woojin).click();

  const link = log(jimin).getByRole('link', { name: /견적 "최종".html/ });
  await link.waitFor();
  const address = (await link.getAttribute('href')) ?? '';
  const [download] = await Promise.all([jimin.waitForEvent('download'), link.click()]);
  expect(await readFile(await download.path())).toEqual(content);
  expect((await stranger.request.get(address)).status()).toBe(404);
  expect(office.complaints).toEqual([]);
});

test('a large file tells how far it is, can be called off, and what is too large is refused by name', async () => {
  const woojin = await office.signIn('user05');
  await openRoom(woojin, '고객지원팀');
  const slow = await woojin.context().newCDPSession(woojin);
  await slow.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 2_000_000,
  });
  const large = { name: '영상.bin', mimeType: 'application/octet-stream' };
  await picker(woojin).setInputFiles({ ...large, buffer: Buffer.alloc(FILE_MAX_BYTES, 7) });
  const progress = tray(woojin).getByRole('progressbar', { name: '영상.bin 올리는 중' });
  await expect
    .poll(async () => Number(await progress.getAttribute('value')), { timeout: 20_000 })
    .toBeGreaterThan(0);
  await field(woojin).fill('쓰던 글은 남아요');
  expect(await send(woojin).isDisabled()).toBe(true);

  await tray(woojin).getByRole('button', { name: '영상.bin 올리기 취소' }).click();
  await expect.poll(() => tray(woojin).count()).toBe(0);
  expect(await field(woojin).inputValue()).toBe('쓰던 글은 남아요');

  const tooLarge = { ...large, buffer: Buffer.alloc(FILE_MAX_BYTES + 1) };
  await picker(woojin).setInputFiles(tooLarge);
  await woojin.getByText(/25MB가 넘어서/).waitFor();
  expect(await tray(woojin).count()).toBe(0);
  expect(office.complaints).toEqual([]);
});

test('a file that could not be stored stays, and goes when it is tried again', async () => {
  const woojin = await office.signIn('user05');
  await openRoom(woojin, '고객지원팀');
  await woojin.route('**/files/**', (route) => route.abort());
  await picker(woojin).setInputFiles({
    name: '재고.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('120개'),
  });
  const again = tray(woojin).getByRole('button', { name: '재고.txt 다시 올리기' });
  await again.waitFor();
  await woojin.unroute('**/files/**');
  await again.click();
  await expect.poll(() => send(woojin).isEnabled()).toBe(true);
  await send(woojin).click();
  await log(woojin)
    .getByRole('link', { name: /재고.txt/ })
    .waitFor();
  expect(office.complaints).toEqual([]);
});

test('a comment on a task takes files too', async () => {
  const woojin = await office.signIn('user05');
  await woojin.goto('/tasks');
  await woojin.getByRole('textbox', { name: '할 일 추가' }).fill('사진 모으기');
  await woojin.keyboard.press('Enter');
  await woojin.getByRole('button', { name: '사진 모으기', exact: true }).click();
  const comments = woojin.getByRole('region', { name: '댓글과 바뀐 내용' });
  await picker(comments).setInputFiles({
    name: '목록.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('하나'),
  });
  await expect.poll(() => send(woojin).isEnabled()).toBe(true);
  await send(woojin).click();
  await woojin.getByRole('link', { name: /목록.txt/ }).waitFor();
  expect(office.complaints).toEqual([]);
});

function isLoaded(image: Element): boolean {
  return image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0;
}
