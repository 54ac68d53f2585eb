import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Drop } from './drop.tsx';
import { MenuItems } from './menu-items.tsx';

export type MenuItem = {
  label: string;
  icon?: LucideIcon;
  onSelect: () => void;
  isDangerous?: boolean;
  /** One of several of which one holds: whether it is this one. */
  isChosen?: boolean;
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
};

/** Things to do, one after the other; arrows move, Enter does. */
export function DropMenu({ items, head, ...drop }: Props) {
  return (
    <Drop {...drop} role="menu" width={drop.width ?? 210}>
      {(close) => (
        <MenuItems items={items} close={close}>
          {head}
        </MenuItems>
      )}
    </Drop>
  );
}
