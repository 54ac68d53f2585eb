import { Check } from 'lucide-react';
import type { TaskStatus } from '#server/tasks/tasks.schema.ts';
import classes from './marks.module.css';

/** An empty ring, a half one, a full one with a tick: told apart without colour. */
export function StatusDot({ status }: { status: TaskStatus }) {
  return (
    <span className={classes.dot} data-status={status} aria-hidden="true">
      {status === 'done' && <Check size={11} strokeWidth={3} />}
    </span>
  );
}
