import { Avatar } from '#client/ui/avatar.tsx';
import { usePeople } from '#client/ui/people.ts';
import type { TaskStatus } from '#server/tasks/tasks.schema.ts';
import type { Column } from './board-place.ts';
import { StatusDot } from './status-dot.tsx';
import type { BoardColumns } from './tasks.search.ts';
import classes from './task-board.module.css';

/** What a column stands for, before its name. */
export function ColumnMark({ by, column }: { by: BoardColumns; column: Column }) {
  const { personOf } = usePeople();
  if (by === 'status') return <StatusDot status={column.key as TaskStatus} />;
  const person = column.key === null ? undefined : personOf(column.key);
  if (person === undefined) return <span className={classes.nobody} />;
  return <Avatar person={person} size={20} isNamed={false} />;
}
