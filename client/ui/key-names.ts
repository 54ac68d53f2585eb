// Keys as they stand on this machine's keyboard; `mod` is ⌘ on a Mac and Ctrl elsewhere.
const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

const NAMES: Record<string, string> = {
  mod: isMac ? '⌘' : 'Ctrl',
  shift: isMac ? '⇧' : 'Shift',
  enter: 'Enter',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  space: 'Space',
};

/** Of keys pressed together: `mod+enter`. */
export function sayKeys(keys: string): string {
  return keys
    .split('+')
    .map((key) => NAMES[key.toLowerCase()] ?? key.toUpperCase())
    .join(isMac ? '' : '+');
}
