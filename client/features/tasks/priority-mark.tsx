import { ChevronDown, ChevronUp, ChevronsUp } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import type { TaskPriority } from '#server/tasks/tasks.schema.ts';
import classes from './marks.module.css';

const ICONS = { low: ChevronDown, high: ChevronUp, urgent: ChevronsUp } as const;

/** Nothing for the usual priority. */
export function PriorityMark({ priority }: { priority: TaskPriority }) {
  const t = useText('tasks');
  if (priority === 'normal') return null;
  const Icon = ICONS[priority];
  return (
    <span className={classes.priority} data-priority={priority}>
      <Icon size={14} aria-hidden="true" />
      {t(`priorities.${priority}`)}
    </span>
  );
}
