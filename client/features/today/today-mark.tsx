import type { ReactNode } from 'react';
import classes from './today-mark.module.css';

type Props = { tone: 'late' | 'soon' | 'good' | 'plain'; children: ReactNode };

/** A short word that also has a colour. */
export function TodayMark({ tone, children }: Props) {
  return (
    <span className={classes.mark} data-tone={tone}>
      {children}
    </span>
  );
}
