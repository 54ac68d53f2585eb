import { Circle } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useFocusGoesOn } from '#client/ui/use-focus-goes-on.ts';
import classes from './today-row.module.css';

type Props = {
  /** Present when it can be done from here. */
  tick?: { label: string; onTick: () => void };
  /** Stands where the tick would. */
  mark?: ReactNode;
  /** The title as a link to the thing. */
  title: ReactNode;
  facts?: ReactNode;
  /** A second line. */
  line?: string;
  /** At the end: when, or how many. */
  end?: ReactNode;
  acts?: ReactNode;
};

export function TodayRow({ tick, mark, title, facts, line, end, acts }: Props) {
  const row = useRef<HTMLLIElement>(null);
  useFocusGoesOn(row);
  return (
    <li ref={row} className={classes.row}>
      {tick !== undefined && (
        <button
          type="button"
          className={classes.tick}
          aria-label={tick.label}
          onClick={tick.onTick}
        >
          <Circle size={18} aria-hidden="true" />
        </button>
      )}
      {mark !== undefined && <span className={classes.mark}>{mark}</span>}
      <span className={classes.what}>
        <span className={classes.title}>{title}</span>
        {facts !== undefined && <span className={classes.facts}>{facts}</span>}
        {line !== undefined && <span className={classes.line}>{line}</span>}
      </span>
      <span className={classes.side}>
        {acts !== undefined && <span className={classes.acts}>{acts}</span>}
        {end !== undefined && <span className={classes.end}>{end}</span>}
      </span>
    </li>
  );
}
