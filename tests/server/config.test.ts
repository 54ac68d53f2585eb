import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '#server/config.ts';

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

test('with nothing set it serves this machine alone, from SQLite in data/', () => {
  const config = readConfig({});
  expect(config).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: `${process.cwd()}/data`,
    databaseUrl: `file://${process.cwd()}/data/haru.db`,
    redisUrl: null,
    workers: 1,
    publicOrigin: null,
    trustedProxies: [],
    logLevel: 'info',
  });
});

test('an empty value is the same as none', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', PUBLIC_ORIGIN: '' })).toEqual(readConfig({}));
});

test('settings of others are none of its business', () => {
  expect(readConfig({ HARU_TEST_POSTGRES: 'x', PORTS: 'x', HOSTNAME: 'x' })).toEqual(
    readConfig({}),
  );
});

test('every setting can be set', () => {
  const config = readConfig({
    PORT: '8080',
    HOST: '0.0.0.0',
    DATA_DIR: '/srv/하루 data',
    DATABASE_URL: 'postgres://haru:secret@db/haru',
    REDIS_URL: 'rediss://cache:6380/1',
    WORKERS: '1',
    PUBLIC_ORIGIN: 'HTTPS://Haru.Example.com/',
    TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,::1,fd00::/8',
    LOG_LEVEL: 'DEBUG',
  });
  expect(config).toEqual({
    port: 8080,
    host: '0.0.0.0',
    dataDir: '/srv/하루 data',
    databaseUrl: 'postgres://haru:secret@db/haru',
    redisUrl: 'rediss://cache:6380/1',
    workers: 1,
    publicOrigin: 'https://haru.example.com',
    trustedProxies: ['127.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8'],
    logLevel: 'debug',
  });
});

test('a folder with spaces and Korean letters is found again', () => {
  expect(readConfig({ DATA_DIR: '/srv/하루 data' }).databaseUrl).toBe(
    'file:///srv/%ED%95%98%EB%A3%A8%20data/haru.db',
  );
});

const wrong: [name: string, values: string[], expected: string][] = [
  ['PORT', ['abc', '-1', '65536', '80.5', '0x50', '1e3'], 'a whole number from 0 to 65535'],
  ['HOST', ['http://localhost', 'a b', '10.0.0.0/8', '-x'], 'an address or a name of this machine'],
  [
    'DATABASE_URL',
    ['mysql://x/y', 'data/haru.db', 'postgres:', 'sqlite:haru.db'],
    'a URL like postgres://',
  ],
  ['REDIS_URL', ['localhost:6379', 'http://x', 'redis:'], 'a URL like redis://'],
  ['WORKERS', ['0', '2', '4', 'many'], '1 (more than one is not built yet)'],
  [
    'PUBLIC_ORIGIN',
    ['haru.example.com', 'https://x.example/haru', 'https://u:p@x.example', 'ftp://x', '*'],
    'an origin without a path',
  ],
  [
    'TRUSTED_PROXIES',
    ['nginx', '10.0.0.0/33', '10.0.0.0/8/8', '::1/129', '1.2.3.4,,', '10.0.0.0/x'],
    'addresses or networks',
  ],
  ['LOG_LEVEL', ['loud', 'trace'], 'one of silent, error, warn, info, debug'],
];

test.each(wrong)(
  'a wrong %s is refused by name, with what was expected',
  (name, values, expected) => {
    for (const value of values) {
      const [problem, ...others] = problemsOf({ [name]: value });
      expect([value, problem?.startsWith(`${name} is`)]).toEqual([value, true]);
      expect(problem).toContain(expected);
      expect(others).toEqual([]);
    }
  },
);

test('all wrong settings are named at once', () => {
  const names = problemsOf(Object.fromEntries(wrong.map(([name, [value = '']]) => [name, value])));
  expect(names.map((problem) => problem.split(' ', 1)[0])).toEqual(wrong.map(([name]) => name));
});

test('a wrong database or Redis address is not repeated: it may hold a password', () => {
  const problems = problemsOf({
    DATABASE_URL: 'mysql://haru:hunter2@db',
    REDIS_URL: 'http://:hunter2@cache',
  });
  expect(problems.join()).not.toContain('hunter2');
});
