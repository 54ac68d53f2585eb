// argon2id as OWASP advises (19 MiB, two passes), kept as PHC strings. Each hash takes about 50 ms and 19 MiB, so at
// most two run at a time; whoever wants one waits for a slot.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { tooManyRequests } from '../errors.ts';

const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const SALT_BYTES = 16;
const TAG_BYTES = 32;
const HASHES_AT_ONCE = 2;
const MOST_WAITING = 1000;
const RETRY_SECONDS = 10;

const derive = promisify(argon2);

/** Compared with when there is no such account: refusing it then takes as long as any wrong password. */
export const NOBODYS_HASH = phc(MEMORY_KIB, randomBytes(SALT_BYTES), randomBytes(TAG_BYTES));

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return phc(
    MEMORY_KIB,
    salt,
    await tag(password, { salt, memory: MEMORY_KIB, passes: PASSES, lanes: LANES }),
  );
}

/** Takes as long for whatever is stored; what is no such string matches nothing. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  const parts = PHC.exec(stored)?.groups ?? PHC.exec(NOBODYS_HASH)?.groups ?? {};
  const expected = Buffer.from(parts['tag'] ?? '', 'base64');
  const found = await tag(password, {
    salt: Buffer.from(parts['salt'] ?? '', 'base64'),
    memory: Number(parts['memory']),
    passes: Number(parts['passes']),
    lanes: Number(parts['lanes']),
  });
  return expected.length === found.length && timingSafeEqual(expected, found);
}

const waiting: (() => void)[] = [];
let running = 0;

/** Runs `job` when one of the slots is free, in order of arrival. */
export async function inHashSlot<T>(job: () => Promise<T>): Promise<T> {
  if (waiting.length >= MOST_WAITING) throw tooManyRequests(RETRY_SECONDS);
  if (running >= HASHES_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await job();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

const PHC =
  /^\$argon2id\$v=19\$m=(?<memory>\d+),t=(?<passes>\d+),p=(?<lanes>\d+)\$(?<salt>[A-Za-z0-9+/]+)\$(?<tag>[A-Za-z0-9+/]+)$/;

type Cost = { salt: Buffer; memory: number; passes: number; lanes: number };

function tag(password: string, cost: Cost): Promise<Buffer> {
  return derive('argon2id', {
    message: password,
    nonce: cost.salt,
    memory: cost.memory,
    passes: cost.passes,
    parallelism: cost.lanes,
    tagLength: TAG_BYTES,
  });
}

function phc(memory: number, salt: Buffer, tag: Buffer): string {
  return `$argon2id$v=19$m=${memory},t=${PASSES},p=${LANES}$${unpadded(salt)}$${unpadded(tag)}`;
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
