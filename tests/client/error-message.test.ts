import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { i18n, setLocale, startWords } from '#client/i18n/i18n.ts';
import { ko } from '#client/i18n/ko.ts';
import { errorMessage, errorReason } from '#client/ui/error-message.ts';

beforeAll(startWords);

function refusal(data: Record<string, unknown>): Error {
  return Object.assign(new Error('as the server says it'), { name: 'TRPCClientError', data });
}

describe('a failed call becomes a sentence', () => {
  test('by its reason', () => {
    const error = refusal({ code: 'UNAUTHORIZED', reason: 'wrong_credentials' });
    expect(errorMessage(error)).toBe(ko.errors.reason.wrong_credentials);
    expect(errorReason(error)).toBe('wrong_credentials');
  });

  test('by its kind, when the reason is not known here', () => {
    const error = refusal({ code: 'NOT_FOUND', reason: 'unicorn_not_found' });
    expect(errorMessage(error)).toBe(ko.errors.code.NOT_FOUND);
  });

  test('as something unknown, when neither is', () => {
    expect(errorMessage(refusal({ code: 'TEAPOT', reason: 'toString' }))).toBe(ko.errors.unknown);
    expect(errorMessage(new TypeError('x is not a function'))).toBe(ko.errors.unknown);
  });

  test('as a lost connection, when the server did not answer', () => {
    const offline = Object.assign(new Error('Failed to fetch'), { name: 'TRPCClientError' });
    expect(errorMessage(offline)).toBe(ko.errors.network);
    expect(errorMessage(new TypeError('Failed to fetch'))).toBe(ko.errors.network);
    expect(errorReason(offline)).toBeNull();
  });

  test('with the time to wait, in seconds or minutes', () => {
    const after = (retryAfterSeconds: number) =>
      errorMessage(
        refusal({ code: 'TOO_MANY_REQUESTS', reason: 'too_many_requests', retryAfterSeconds }),
      );
    expect(after(20)).toContain('20초 뒤에');
    expect(after(600)).toContain('10분 뒤에');
  });
});

test('the sentence is in the language of the screen', async () => {
  await setLocale('en');
  const error = refusal({ code: 'TOO_MANY_REQUESTS', reason: 'x', retryAfterSeconds: 1 });
  expect(errorMessage(error)).toContain('in 1 second.');
  await setLocale('ko');
});

test('every reason that the server gives has a sentence', () => {
  const made =
    /(?:forbidden|conflict|precondition|badRequest|unauthorized|tooLarge)\(\s*'([a-z_]+)'/g;
  const missing = /notFound\(\s*'([a-z_]+)'/g;
  const reasons = globSync('server/**/*.ts').flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    return [
      ...[...text.matchAll(made)].map(([, reason]) => reason),
      ...[...text.matchAll(missing)].map(([, noun]) => `${noun}_not_found`),
    ];
  });
  expect(reasons.length).toBeGreaterThan(40);
  const unsaid = reasons.filter((reason) => !i18n.exists(`errors:reason.${reason}`));
  expect([...new Set(unsaid)]).toEqual([]);
});
