import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './filter-options.module.css';

type Option = { value: string; label: string; mark?: ReactNode; count?: number };

type Props = {
  options: readonly Option[];
  chosen: readonly string[];
  onToggle: (value: string) => void;
};

/** The usual content of a FilterChip: rows to tick. */
export function FilterOptions({ options, chosen, onToggle }: Props) {
  return (
    <ul className={classes.list}>
      {options.map(({ value, label, mark, count }) => (
        <li key={value}>
          <button
            type="button"
            className={classes.option}
            aria-pressed={chosen.includes(value)}
            onClick={() => onToggle(value)}
          >
            {mark}
            <span className={classes.label}>{label}</span>
            {count !== undefined && <span className={classes.count}>{count}</span>}
            <Check className={classes.check} size={15} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
