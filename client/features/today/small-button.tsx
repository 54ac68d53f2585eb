import classes from './small-button.module.css';

type Props = { label: string; children: string; onClick: () => void };

/** Something to do with a row, in a word; the label names the row too. */
export function SmallButton({ label, children, onClick }: Props) {
  return (
    <button type="button" className={classes.button} aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}
