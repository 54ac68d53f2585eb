import classes from './kbd.module.css';

/** One key, or keys to press one after the other: `keys="g t"`. `mod` is ⌘ on a Mac and Ctrl elsewhere. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={classes.keys}>
      {keys.split(' ').map((key, index) => (
        <kbd key={`${key}-${index}`} className={classes.key}>
          {key
            .split('+')
            .map(keyName)
            .join(isMac ? '' : '+')}
        </kbd>
      ))}
    </span>
  );
}

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

function keyName(key: string): string {
  return NAMES[key.toLowerCase()] ?? key.toUpperCase();
}
