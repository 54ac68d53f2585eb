// Coming in and going out, in an office without TLS: the page is no secure context, and everything works there.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '#tests/support/office.ts';

const PASSWORD = 'a long night in Seoul';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ officeHost: 'office.test', isEmpty: true });
});
afterAll(() => office[Symbol.asyncDispose]());

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('아이디').fill('minsu');
  await page.getByRole('textbox', { name: '비밀번호' }).fill(password);
  await page.getByRole('button', { name: '로그인' }).click();
}

test('the first admin begins with the code from the terminal, and nobody without it', async () => {
  const code = /[a-z\d]{5}(?:-[a-z\d]{5}){3}/.exec(office.said())?.[0] ?? '';
  const page = await office.openPage();
  await page.goto('/');
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  await page.getByLabel('이름', { exact: true }).fill('김민수');
  await page.getByLabel('아이디').fill('minsu');
  await page.getByRole('textbox', { name: '비밀번호' }).fill(PASSWORD);

  await page.getByLabel('설치 코드').fill('wrong-wrong-wrong-wrong');
  await page.getByRole('button', { name: '시작하기' }).click();
  await page.getByText('설치 코드가 맞지 않아요.').waitFor();

  await page.getByLabel('설치 코드').fill(code);
  await page.getByRole('button', { name: '시작하기' }).click();
  await page.getByRole('button', { name: '김민수 님의 메뉴' }).waitFor();
  expect(office.complaints).toEqual([]);
});

test('a wrong password gets a sentence, and signing in leads to where they wanted to go', async () => {
  const page = await office.openPage();
  await page.goto('/settings');
  await signIn(page, 'not it');
  await page.getByText('아이디나 비밀번호가 맞지 않아요.').waitFor();
  await signIn(page, PASSWORD);
  await page.getByRole('heading', { name: '설정' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/settings');
});

test('a token’s secret is shown once and can be copied without a secure context', async () => {
  const page = await office.openPage();
  await page.goto('/settings');
  await signIn(page, PASSWORD);
  await page.getByRole('button', { name: '새 토큰' }).click();
  const dialog = page.getByRole('dialog', { name: '새 토큰' });
  await dialog.getByLabel('이름').fill('주간 보고');
  await dialog.getByRole('button', { name: '만들기' }).click();
  const secret = dialog.getByRole('textbox', { name: '새 토큰의 비밀 값' });
  expect(await secret.inputValue()).toMatch(/^haru_/);
  await dialog.getByRole('button', { name: '복사' }).click();
  await dialog.getByText('복사했어요.').waitFor();
  await dialog.getByRole('button', { name: '완료' }).click();
  await page.getByText('주간 보고').waitFor();
  expect(office.complaints).toEqual([]);
});

test('a login ended from another browser goes at once, says why, and comes back to its place', async () => {
  const [here, there] = [await office.openPage(), await office.openPage()];
  for (const page of [here, there]) {
    await page.goto('/settings');
    await signIn(page, PASSWORD);
    await page.getByRole('heading', { name: '로그인한 곳' }).waitFor();
  }
  await here.getByRole('button', { name: '다른 곳 모두 끝내기' }).click();
  await there.getByText('다른 곳에서 이 로그인을 끝냈어요.').waitFor({ timeout: 3000 });
  await signIn(there, PASSWORD);
  await there.getByRole('heading', { name: '설정' }).waitFor();
  await here.getByRole('button', { name: '끝내기', exact: false }).first().waitFor();
  expect(office.complaints).toEqual([]);
});

test('a new password ends the other browsers and keeps this one live', async () => {
  const [here, there] = [await office.openPage(), await office.openPage()];
  for (const page of [here, there]) {
    await page.goto('/settings');
    await signIn(page, PASSWORD);
    await page.getByRole('heading', { name: '로그인한 곳' }).waitFor();
  }
  await here.getByLabel('지금 비밀번호').fill(PASSWORD);
  await here.getByLabel('새 비밀번호').fill(`${PASSWORD}!`);
  await here.getByRole('button', { name: '비밀번호 바꾸기' }).click();
  await there.getByText('비밀번호가 바뀌었어요.').waitFor({ timeout: 3000 });
  await signIn(there, `${PASSWORD}!`);
  await there.getByRole('button', { name: /^이름:/ }).click();
  await there.getByRole('textbox', { name: '이름' }).fill('김민서');
  await there.keyboard.press('Enter');
  await here.getByRole('button', { name: '김민서 님의 메뉴' }).waitFor();
  expect(office.complaints).toEqual([]);
});

test('signing out leaves nothing behind', async () => {
  const page = await office.openPage();
  await page.goto('/settings');
  await signIn(page, `${PASSWORD}!`);
  await page.getByRole('button', { name: /님의 메뉴$/ }).click();
  await page.getByRole('menuitem', { name: '로그아웃' }).click();
  await page.waitForURL(({ pathname }) => pathname === '/');
  await page.getByLabel('아이디').waitFor();
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => /draft/.test(key))),
  ).toEqual([]);
  expect(office.complaints).toEqual([]);
});
