import { hash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
const SECRET = /^haru_[A-Za-z0-9_-]{43}$/;

/** The prefix lets people and secret scanners recognise one. */
export function newTokenSecret(): string {
  return `haru_${randomBytes(SECRET_BYTES).toString('base64url')}`;
}

export function isTokenSecret(text: string): boolean {
  return SECRET.test(text);
}

export function hashOfToken(secret: string): string {
  return hash('sha256', secret, 'hex');
}
