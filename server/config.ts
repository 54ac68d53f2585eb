// The settings of the process, read once from the environment. Every wrong value is named in one go, with what was
// expected instead, before anything is opened or written.
import { BlockList, isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

export type Config = {
  /** 0 = any free port. */
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  /** `file:///abs/haru.db` or `postgres://…`. */
  databaseUrl: string;
  redisUrl: string | null;
  workers: 1;
  /** What people type into the browser, like `https://haru.example.com`; null = whatever loopback or private host they used. */
  publicOrigin: string | null;
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  trustedProxies: string[];
  logLevel: (typeof LOG_LEVELS)[number];
};

export class ConfigError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

type Environment = Record<string, string | undefined>;
type Setting<T> = {
  absent: T;
  expected: string;
  isSecret?: boolean;
  parse(value: string): T | undefined;
};

/** Throws ConfigError. An empty value counts as absent; settings it does not know are not its business. */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const read = <T>(name: string, setting: Setting<T>): T => {
    const value = env[name]?.trim();
    if (value === undefined || value === '') return setting.absent;
    const parsed = setting.parse(value);
    if (parsed !== undefined) return parsed;
    const shown = setting.isSecret === true ? 'is not usable' : `is ${JSON.stringify(value)}`;
    problems.push(`${name} ${shown}: expected ${setting.expected}.`);
    return setting.absent;
  };

  const dataDir = read('DATA_DIR', dataDirSetting);
  const config: Config = {
    port: read('PORT', portSetting),
    host: read('HOST', hostSetting),
    dataDir,
    databaseUrl:
      read('DATABASE_URL', databaseSetting) ?? pathToFileURL(join(dataDir, 'haru.db')).href,
    redisUrl: read('REDIS_URL', redisSetting),
    workers: read('WORKERS', workersSetting),
    publicOrigin: read('PUBLIC_ORIGIN', publicOriginSetting),
    trustedProxies: read('TRUSTED_PROXIES', trustedProxiesSetting),
    logLevel: read('LOG_LEVEL', logLevelSetting),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

const portSetting: Setting<number> = {
  absent: 3000,
  expected: 'a whole number from 0 to 65535',
  parse: (value) =>
    /^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : undefined,
};

const hostSetting: Setting<string> = {
  absent: '127.0.0.1',
  expected: 'an address or a name of this machine, like 127.0.0.1, or 0.0.0.0 to serve the office',
  parse: (value) =>
    isIP(value) > 0 || /^[a-z\d]([a-z\d.-]{0,251}[a-z\d])?$/i.test(value) ? value : undefined,
};

const dataDirSetting: Setting<string> = {
  absent: resolve('data'),
  expected: 'the path of a folder',
  parse: (value) => (value.includes('\0') ? undefined : resolve(value)),
};

const databaseSetting: Setting<string | null> = {
  absent: null,
  expected: 'a URL like postgres://user:password@host:5432/haru, or nothing for SQLite in DATA_DIR',
  isSecret: true,
  parse: (value) => (hasProtocol(value, ['postgres:', 'postgresql:']) ? value : undefined),
};

const redisSetting: Setting<string | null> = {
  absent: null,
  expected: 'a URL like redis://host:6379, or nothing',
  isSecret: true,
  parse: (value) => (hasProtocol(value, ['redis:', 'rediss:']) ? value : undefined),
};

const workersSetting: Setting<1> = {
  absent: 1,
  expected: '1 (more than one is not built yet)',
  parse: (value) => (value === '1' ? 1 : undefined),
};

const publicOriginSetting: Setting<string | null> = {
  absent: null,
  expected: 'an origin without a path, like https://haru.example.com',
  parse(value) {
    if (!hasProtocol(value, ['http:', 'https:'])) return undefined;
    const { origin, href } = new URL(value);
    return href === `${origin}/` ? origin : undefined;
  },
};

const trustedProxiesSetting: Setting<string[]> = {
  absent: [],
  expected: 'addresses or networks with commas between them, like 127.0.0.1,10.0.0.0/8',
  parse(value) {
    const entries = value.split(',').map((entry) => entry.trim());
    return entries.every((entry) => addNetwork(new BlockList(), entry)) ? entries : undefined;
  },
};

const logLevelSetting: Setting<Config['logLevel']> = {
  absent: 'info',
  expected: `one of ${LOG_LEVELS.join(', ')}`,
  parse: (value) => LOG_LEVELS.find((level) => level === value.toLowerCase()),
};

function hasProtocol(value: string, protocols: string[]): boolean {
  return (
    URL.canParse(value) &&
    protocols.includes(new URL(value).protocol) &&
    new URL(value).hostname !== ''
  );
}

/** Adds `10.0.0.0/8` or `::1` to the list; false if it is neither an address nor a network. */
export function addNetwork(list: BlockList, entry: string): boolean {
  const [address = '', prefix, ...rest] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  const bits = version === 4 ? 32 : 128;
  const length = prefix === undefined ? bits : Number(prefix);
  if (prefix !== undefined && (!/^\d{1,3}$/.test(prefix) || length > bits)) return false;
  list.addSubnet(address, length, version === 4 ? 'ipv4' : 'ipv6');
  return true;
}
