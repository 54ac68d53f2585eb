import { ChevronDown } from 'lucide-react';
import type { ListGroup } from './list-rows.ts';
import classes from './task-list.module.css';

type Props = { group: ListGroup; isFolded: boolean; onFold: () => void };

/** The head of a group: its name, how many there are, and a press folds it away. */
export function ListHead({ group, isFolded, onFold }: Props) {
  return (
    <h2 className={classes.head}>
      <button type="button" className={classes.fold} aria-expanded={!isFolded} onClick={onFold}>
        <ChevronDown size={15} aria-hidden="true" />
        {group.title}
        <span className={classes.count}>{group.count}</span>
      </button>
    </h2>
  );
}
