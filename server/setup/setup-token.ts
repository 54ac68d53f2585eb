// The key to an empty server: printed in the terminal, so that only who started it can use it. New with each start.
import { hash, randomInt, timingSafeEqual } from 'node:crypto';

/** Without what is easily mistaken for something else. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LETTERS = 5;

let token: string | undefined;

export function setupToken(): string {
  token ??= Array.from({ length: GROUPS }, group).join('-');
  return token;
}

/** Takes the same time for every wrong one. */
export function isSetupToken(text: string): boolean {
  return timingSafeEqual(digest(text.trim().toLowerCase()), digest(setupToken()));
}

function group(): string {
  return Array.from({ length: GROUP_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
