import { argon2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  hashPassword,
  inHashSlot,
  NOBODYS_HASH,
  verifyPassword,
} from '#server/auth/password-hash.ts';
import { passwordProblem } from '#server/auth/password.policy.ts';

test('a password is stored as an argon2id string that any other library reads', async () => {
  const stored = await hashPassword('비밀번호입니다');
  const [, kind, version, cost, salt = '', tag] = stored.split('$');
  expect([kind, version, cost]).toEqual(['argon2id', 'v=19', 'm=19456,t=2,p=1']);
  const again = argon2Sync('argon2id', {
    message: '비밀번호입니다',
    nonce: Buffer.from(salt, 'base64'),
    memory: 19_456,
    passes: 2,
    parallelism: 1,
    tagLength: 32,
  });
  expect(again.toString('base64').replaceAll('=', '')).toBe(tag);
});

test('only the same password matches, and two people with the same one have different strings', async () => {
  const [first, second] = await Promise.all([
    hashPassword('hello there'),
    hashPassword('hello there'),
  ]);
  expect(first).not.toBe(second);
  expect(await verifyPassword(first, 'hello there')).toBe(true);
  expect(await verifyPassword(second, 'hello there')).toBe(true);
  expect(await verifyPassword(first, 'hello ther')).toBe(false);
  expect(await verifyPassword(first, '')).toBe(false);
});

test('what is no password of anybody matches nothing, not even itself', async () => {
  for (const stored of ['', 'none', NOBODYS_HASH, '$argon2id$v=19$m=1,t=1,p=1$$'])
    expect(await verifyPassword(stored, stored)).toBe(false);
});

test('no more than two hashes are made at a time, in the order they were asked for', async () => {
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const job = async (number: number) => {
    running += 1;
    most = Math.max(most, running);
    order.push(number);
    await new Promise((resolve) => setTimeout(resolve, 2));
    running -= 1;
    if (number === 3) throw new Error('a job that fails gives its slot back');
  };
  const numbers = Array.from({ length: 9 }, (_, number) => number);
  const results = await Promise.allSettled(numbers.map((number) => inHashSlot(() => job(number))));
  expect(most).toBe(2);
  expect(order).toEqual(numbers);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
});

test.each([
  ['1234567', 'password_too_short'],
  ['가나다라마바사', 'password_too_short'],
  ['x1'.repeat(100) + 'y', 'password_too_long'],
  ['Kim.Minsu', 'password_is_username'],
  ['12345678', 'password_too_common'],
  ['Qwer1234', 'password_too_common'],
  ['        ', 'password_too_common'],
  ['비밀번호1234', 'password_too_common'],
  ['demo-haru-2026', null],
  ['x1'.repeat(100), null],
  ['가나다라마바사아', null],
])('the password %s of kim.minsu: %s', (password, problem) => {
  expect(passwordProblem(password, 'kim.minsu')).toBe(problem);
});
