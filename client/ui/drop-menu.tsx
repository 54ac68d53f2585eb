import type { LucideIcon } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Drop } from './drop.tsx';
import classes from './drop-menu.module.css';

export type MenuItem = {
  label: string;
  icon?: LucideIcon;
  onSelect: () => void;
  isDangerous?: boolean;
  /** Starts a new part of the menu. */
  isFirstOfPart?: boolean;
};

type Props = Pick<
  Parameters<typeof Drop>[0],
  'label' | 'renderButton' | 'align' | 'side' | 'width'
> & {
  items: readonly MenuItem[];
  /** Above the items: whose menu it is. */
  head?: ReactNode;
  /** Above the items: more of them, of another shape. */
  renderFirst?: (close: () => void) => ReactNode;
};

/** Things to do, one after the other; arrows move, Enter does. */
export function DropMenu({ items, head, renderFirst, ...drop }: Props) {
  return (
    <Drop {...drop} role="menu" width={drop.width ?? 210}>
      {(close) => (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrows of the menu around it
        <div className={classes.menu} onKeyDown={moveByArrows}>
          {head}
          {renderFirst?.(close)}
          {items.map(({ label, icon: Icon, onSelect, isDangerous, isFirstOfPart }) => (
            <button
              key={label}
              type="button"
              role="menuitem"
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
            </button>
          ))}
        </div>
      )}
    </Drop>
  );
}

function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.findIndex((item) => item === document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items.at(next % items.length)?.focus();
}
