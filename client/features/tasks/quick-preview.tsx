import { Tag } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { PersonTag } from '#client/ui/person-tag.tsx';
import { When, WhenDay } from '#client/ui/when.tsx';
import { PriorityMark } from './priority-mark.tsx';
import type { Colleague, QuickTask, UnplacedName } from './quick-line.ts';
import classes from './new-task.module.css';

type Props = {
  task: QuickTask;
  /** Of those a name may mean. */
  onPick: (name: UnplacedName, person: Colleague) => void;
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

const MOST_OFFERED = 6;

type UnplacedProps = {
  name: UnplacedName;
  isSecond: boolean;
  onPick: (person: Colleague) => void;
};

function Unplaced({ name, isSecond, onPick }: UnplacedProps) {
  const t = useText('tasks');
  const { text, candidates } = name;
  const isOpen = candidates.length > 0 && !isSecond;
  const why = candidates.length === 0 ? 'nobodyCalled' : 'secondCalled';
  return (
    <div className={classes.unplaced}>
      <span role="status">{t(isOpen ? 'severalCalled' : why, { name: text })}</span>
      {isOpen &&
        candidates.slice(0, MOST_OFFERED).map((person) => (
          <button
            key={person.id}
            type="button"
            className={classes.candidate}
            onClick={() => onPick(person)}
          >
            <PersonTag id={person.id} />
          </button>
        ))}
    </div>
  );
}
