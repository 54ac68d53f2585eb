import { ChevronDown, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Drop } from '#client/ui/drop.tsx';
import classes from './choose-chip.module.css';

type Props = {
  icon: LucideIcon;
  /** What is chosen here: 언제. */
  label: string;
  /** What stands now, in words. */
  value: ReactNode;
  width?: number;
  children: (close: () => void) => ReactNode;
};

/** A part of the new reminder as it is understood; a click changes it. */
export function ChooseChip({ icon: Icon, label, value, width = 280, children }: Props) {
  return (
    <Drop
      label={label}
      width={width}
      renderButton={(props) => (
        <button type="button" className={classes.chip} title={label} {...props}>
          <Icon size={14} aria-hidden="true" />
          {value}
          <ChevronDown className={classes.arrow} size={13} aria-hidden="true" />
        </button>
      )}
    >
      {children}
    </Drop>
  );
}
