// Passwords that somebody reads out or types from a note: no letters that look alike, in groups.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP_SIZE = 4;

/** 59 random bits: kfm3-w8qz-tn5r */
export function makeFirstPassword(): string {
  const group = () => Array.from({ length: GROUP_SIZE }, randomLetter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Bytes beyond the last whole round are thrown away, so that no letter is likelier. */
function randomLetter(): string {
  const bound = 256 - (256 % LETTERS.length);
  for (;;) {
    const [byte = bound] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < bound) return LETTERS.charAt(byte % LETTERS.length);
  }
}
