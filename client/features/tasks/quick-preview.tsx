import { Tag } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import type { CalledName, Colleague } from '#client/ui/called-names.ts';
import { PersonTag } from '#client/ui/person-tag.tsx';
import { UnplacedName } from '#client/ui/unplaced-name.tsx';
import { When, WhenDay } from '#client/ui/when.tsx';
import { PriorityMark } from './priority-mark.tsx';
import type { QuickTask } from './quick-line.ts';
import classes from './new-task.module.css';

type Props = {
  task: QuickTask;
  /** Of those a name may mean. */
  onPick: (name: CalledName, person: Colleague) => void;
};

/** What was understood of the line, while it is being written, and which names were not. */
export function QuickPreview({ task, onPick }: Props) {
  const t = useText('tasks');
  return (
    <>
      <output className={classes.preview} aria-label={t('understood')}>
        {task.assigneeId !== null && <PersonTag id={task.assigneeId} />}
        {task.priority === 'normal' ? (
          <span>{t('priorities.normal')}</span>
        ) : (
          task.priority !== null && <PriorityMark priority={task.priority} />
        )}
        {task.dueOn !== null && (
          <span className={classes.due}>
            {task.dueAt === null ? (
              <WhenDay day={task.dueOn} />
            ) : (
              <When at={task.dueAt} as="appointment" />
            )}
          </span>
        )}
        {task.labels.map((label) => (
          <span key={label} className={classes.label}>
            <Tag size={12} aria-hidden="true" />
            {label}
          </span>
        ))}
        <span className={classes.title}>{task.title === '' ? t('noTitleYet') : task.title}</span>
      </output>
      {task.unplaced.map((name) => (
        <Unplaced
          key={name.at}
          name={name}
          isSecond={task.assigneeId !== null}
          onPick={(person) => onPick(name, person)}
        />
      ))}
    </>
  );
}

type UnplacedProps = {
  name: CalledName;
  isSecond: boolean;
  onPick: (person: Colleague) => void;
};

function Unplaced({ name, isSecond, onPick }: UnplacedProps) {
  const t = useText('tasks');
  const { text, candidates } = name;
  const isOpen = candidates.length > 0 && !isSecond;
  const why = candidates.length === 0 ? 'nobodyCalled' : 'secondCalled';
  return (
    <UnplacedName
      says={t(isOpen ? 'severalCalled' : why, { name: text })}
      candidates={isOpen ? candidates : []}
      onPick={onPick}
    />
  );
}
