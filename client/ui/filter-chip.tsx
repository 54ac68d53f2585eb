import { ChevronDown, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Drop } from './drop.tsx';
import classes from './filter-chip.module.css';

type Props = {
  /** What it filters by: 담당. */
  label: string;
  /** What is chosen, in words; null when nothing is. */
  value: string | null;
  /** Stands for the label once something is chosen. */
  icon?: ReactNode;
  width?: number;
  onClear: () => void;
  /** The choices; call `close` when one choice is enough. */
  children: (close: () => void) => ReactNode;
};

/** 담당 ▾ → 담당: 김민수 ✕. What it holds belongs in the URL. */
export function FilterChip({ label, value, icon, width = 260, onClear, children }: Props) {
  const t = useText('common');
  const isOn = value !== null;
  const isLabelShown = !isOn || icon === undefined;
  return (
    <span className={classes.chip} data-on={isOn || undefined}>
      <Drop
        label={label}
        width={width}
        renderButton={(props) => (
          <button
            type="button"
            className={classes.open}
            aria-label={isLabelShown ? undefined : `${label}: ${value}`}
            {...props}
          >
            {icon}
            {isLabelShown && label}
            {isOn && <span className={classes.value}>{value}</span>}
            {!isOn && <ChevronDown size={14} aria-hidden="true" />}
          </button>
        )}
      >
        {children}
      </Drop>
      {isOn && (
        <button
          type="button"
          className={classes.clear}
          aria-label={`${label}: ${t('clear')}`}
          onClick={onClear}
        >
          <X size={13} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
