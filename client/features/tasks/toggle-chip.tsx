import classes from './task-filters.module.css';

type Props = { label: string; isOn: boolean; onToggle: (isOn: boolean) => void };

export function ToggleChip({ label, isOn, onToggle }: Props) {
  return (
    <button
      type="button"
      className={classes.toggle}
      aria-pressed={isOn}
      onClick={() => onToggle(!isOn)}
    >
      {label}
    </button>
  );
}
