import { type ReactNode, useId } from 'react';
import classes from './choice.module.css';

type Option<Value extends string> = { value: Value; label: string; icon?: ReactNode };

type Props<Value extends string> = {
  /** Names the group for screen readers. */
  label: string;
  value: Value;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
};

/**
 * One of a few, all visible: list | board. Arrow keys move, as in any group of radio buttons. Among the
 * filters of a narrow screen only the icons stay of those that have them.
 */
export function Choice<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classes.group}>
      {options.map((option) => (
        <label
          key={option.value}
          className={classes.option}
          data-checked={option.value === value || undefined}
          title={option.icon === undefined ? undefined : option.label}
        >
          <input
            type="radio"
            className={classes.input}
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.icon}
          <span className={option.icon === undefined ? undefined : classes.word}>
            {option.label}
          </span>
        </label>
      ))}
    </div>
  );
}
