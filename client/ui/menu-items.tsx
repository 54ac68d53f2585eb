import { Check } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { MenuItem } from './drop-menu.tsx';
import classes from './drop-menu.module.css';

type Props = {
  items: readonly MenuItem[];
  close: () => void;
  /** Above the items: whose menu it is, or more items of another shape. */
  children?: ReactNode;
};

/** What stands in a menu (a `Drop` of the role `menu`): arrows move, Enter does. */
export function MenuItems({ items, close, children }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrows of the menu around it
    <div className={classes.menu} onKeyDown={moveByArrows}>
      {children}
      {items.map(({ label, icon: Icon, onSelect, isChosen, isDangerous, isFirstOfPart }) => (
        <button
          key={label}
          type="button"
          role={isChosen === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked={isChosen}
          data-autofocus={isChosen || undefined}
          className={classes.item}
          data-danger={isDangerous}
          data-first={isFirstOfPart}
          onClick={() => {
            close();
            onSelect();
          }}
        >
          {Icon !== undefined && <Icon size={15} strokeWidth={1.75} aria-hidden="true" />}
          {label}
          {isChosen === true && <Check className={classes.chosen} size={15} aria-hidden="true" />}
        </button>
      ))}
    </div>
  );
}

function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const at = items.findIndex((item) => item === document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items.at(next % items.length)?.focus();
}
