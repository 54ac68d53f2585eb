// What a file is called when somebody keeps it. Not a secret, and never a path: it only goes into a header and on screens.

/** Control characters, and marks that turn the direction of writing round (`exe.gpj` would show as `jpg.exe`). */
const UNSAFE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Without folders in front, and with something left. */
export function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replaceAll(UNSAFE, '').normalize('NFC').trim();
  return /^\.*$/.test(plain) ? 'file' : plain;
}
