import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { type Office, openOffice } from '#tests/support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office[Symbol.asyncDispose]());

test('a view that one shares comes to a colleague with its number, which moves by itself', async () => {
  const jiyoung = await office.signIn('user05');
  const woojin = await office.signIn('user11');
  await woojin.goto('/tasks');
  await woojin.getByRole('button', { name: '보기', exact: true }).click();
  const panel = woojin.getByRole('dialog', { name: '보기' });
  await panel.getByRole('button', { name: /^오늘까지인 내 일/ }).waitFor();

  await jiyoung.goto('/tasks?text=%EB%B3%B4%EA%B8%B0%EC%97%90');
  await jiyoung.getByRole('button', { name: '보기', exact: true }).click();
  await jiyoung.getByRole('textbox', { name: '지금 조건을 저장할 이름' }).fill('보기 일');
  await jiyoung.getByLabel('모두와 함께 쓰기').check();
  await jiyoung.getByRole('button', { name: '저장', exact: true }).click();
  const shared = panel.getByRole('region', { name: '함께 쓰는 보기' });
  await shared.getByRole('button', { name: /^보기 일.*0$/ }).waitFor();

  await jiyoung.keyboard.press('Escape');
  await jiyoung.getByRole('textbox', { name: /할 일/ }).first().fill('보기에 넣을 일');
  await jiyoung.keyboard.press('Enter');
  await shared.getByRole('button', { name: /^보기 일.*1$/ }).click();
  await woojin.waitForURL(/text=/);
  await woojin.getByRole('button', { name: '보기: 보기 일' }).waitFor();
  await woojin.getByText('보기에 넣을 일').first().waitFor();
  expect(office.complaints).toEqual([]);
});

test('a chip beside the menu of views lights alone, and the menu does not repeat it', async () => {
  const page = await office.signIn('user05');
  await page.goto('/tasks');
  await page.getByRole('button', { name: '늦은 일', exact: true }).click();
  await page.waitForURL(/overdue=true/);
  await page.getByRole('button', { name: '보기', exact: true }).click();
  const builtIns = page.getByRole('dialog', { name: '보기' }).getByRole('list').first();
  await builtIns.getByRole('button', { name: /^오늘까지인 내 일/ }).click();
  await page.getByRole('button', { name: '보기: 오늘까지인 내 일', exact: true }).waitFor();
  await page.getByRole('button', { name: '보기: 오늘까지인 내 일', exact: true }).click();
  expect(await builtIns.getByRole('listitem').count()).toBe(1);
  expect(office.complaints).toEqual([]);
});

test('what one keeps alone is renamed, given up and taken back, and nobody else sees it', async () => {
  const jiyoung = await office.signIn('user05');
  await jiyoung.goto('/promotions?status=ending');
  await jiyoung.getByRole('button', { name: '보기: 곧 종료' }).click();
  await jiyoung.getByRole('textbox', { name: '지금 조건을 저장할 이름' }).fill('챙길 것');
  await jiyoung.keyboard.press('Enter');
  const mine = jiyoung.getByRole('region', { name: '내 보기' });
  await mine.getByRole('button', { name: '챙길 것 보기 메뉴' }).click();
  await jiyoung.getByRole('menuitem', { name: '이름 바꾸기' }).click();
  await jiyoung.getByRole('textbox', { name: '이름 바꾸기' }).fill('곧 끝나요');
  await jiyoung.keyboard.press('Enter');
  await mine.getByRole('button', { name: '곧 끝나요 보기 메뉴' }).click();
  await jiyoung.getByRole('menuitem', { name: '삭제' }).click();
  await mine.waitFor({ state: 'detached' });
  await jiyoung.getByRole('button', { name: '되돌리기' }).click();
  if (!(await mine.isVisible()))
    await jiyoung.getByRole('button', { name: '보기: 곧 종료' }).click();
  await mine
    .getByRole('button', { name: /^곧 끝나요/ })
    .first()
    .waitFor();

  const woojin = await office.signIn('user11');
  await woojin.goto('/promotions');
  await woojin.getByRole('button', { name: '보기', exact: true }).click();
  await woojin.getByRole('button', { name: /^곧 종료/ }).waitFor();
  expect(await woojin.getByText('곧 끝나요').count()).toBe(0);
  expect(office.complaints).toEqual([]);
});

test('a shared view that an admin removed disappears for its owner, and comes back with one press', async () => {
  const jiyoung = await office.signIn('user05');
  await jiyoung.goto('/tasks?text=%EB%8F%8C%EC%95%84%EC%98%AC');
  await jiyoung.getByRole('button', { name: '보기', exact: true }).click();
  await jiyoung.getByRole('textbox', { name: '지금 조건을 저장할 이름' }).fill('돌아올 보기');
  await jiyoung.getByLabel('모두와 함께 쓰기').check();
  await jiyoung.getByRole('button', { name: '저장', exact: true }).click();
  const mine = jiyoung
    .getByRole('region', { name: '내 보기' })
    .getByRole('button', { name: /^돌아올 보기 함께 씀/ });
  await mine.waitFor();

  const admin = await office.signIn('user01');
  await admin.goto('/tasks');
  await admin.getByRole('button', { name: '보기', exact: true }).click();
  const theirs = admin.getByRole('region', { name: '함께 쓰는 보기' });
  await theirs.getByRole('button', { name: '돌아올 보기 보기 메뉴' }).click();
  await admin.getByRole('menuitem', { name: '삭제' }).click();
  await mine.waitFor({ state: 'detached' });
  await admin.getByText('보기를 모두의 화면에서 지웠어요').waitFor();
  await admin.getByRole('button', { name: '되돌리기' }).click();
  await mine.waitFor();
  await jiyoung.getByRole('button', { name: '보기: 돌아올 보기' }).waitFor();
  expect(office.complaints).toEqual([]);
});

test('every view of a long list shows its number', async () => {
  const page = await office.signIn('user12');
  for (let at = 10; at < 36; at += 1) {
    const view = { id: newId(), screen: 'promotions', name: `보기 ${at}`, query: `text=${at}` };
    const response = await page.request.post('/trpc/views.create', {
      headers: { origin: new URL(page.url()).origin },
      data: { json: view },
    });
    expect(response.status()).toBe(200);
  }
  await page.goto('/promotions');
  await page.getByRole('button', { name: '보기', exact: true }).click();
  const mine = page.getByRole('region', { name: '내 보기' });
  await mine.getByRole('button', { name: /^보기 10 ?\d+$/ }).waitFor();
  await mine.getByRole('button', { name: /^보기 35 ?\d+$/ }).waitFor();
  expect(office.complaints).toEqual([]);
});
