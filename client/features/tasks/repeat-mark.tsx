import { Repeat } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { useSayRepeat } from './use-say-repeat.ts';
import classes from './marks.module.css';

/** Nothing for what comes once. */
export function RepeatMark({ task }: { task: Pick<TaskItem, 'repeat' | 'dueOn' | 'dueAt'> }) {
  const t = useText('task');
  const say = useSayRepeat();
  if (task.repeat === null) return null;
  const words = t('repeats', { rule: say(task.repeat, task) });
  return (
    <span className={classes.repeat} title={words}>
      <Repeat size={13} aria-hidden="true" />
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}
