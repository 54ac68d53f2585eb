import type { ReactNode } from 'react';
import classes from './field-rows.module.css';

/** A framed list of settings: what it is on the left, its value or control on the right. */
export function FieldRows({ children }: { children: ReactNode }) {
  return <div className={classes.rows}>{children}</div>;
}

type RowProps = { label: ReactNode; hint?: ReactNode; children?: ReactNode };

export function FieldRow({ label, hint, children }: RowProps) {
  return (
    <div className={classes.row}>
      <div className={classes.what}>
        <div className={classes.label}>{label}</div>
        {hint !== undefined && <div className={classes.hint}>{hint}</div>}
      </div>
      <div className={classes.control}>{children}</div>
    </div>
  );
}
