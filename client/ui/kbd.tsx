import { sayKeys } from './key-names.ts';
import classes from './kbd.module.css';

/** One key, or keys to press one after the other: `keys="g t"`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={classes.keys}>
      {keys.split(' ').map((key, index) => (
        <kbd key={`${key}-${index}`} className={classes.key}>
          {sayKeys(key)}
        </kbd>
      ))}
    </span>
  );
}
