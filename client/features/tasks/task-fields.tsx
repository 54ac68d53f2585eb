import { Repeat } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Drop } from '#client/ui/drop.tsx';
import { FilterOptions } from '#client/ui/filter-options.tsx';
import { usePeople } from '#client/ui/people.ts';
import { PersonPicker } from '#client/ui/person-picker.tsx';
import { PersonTag } from '#client/ui/person-tag.tsx';
import {
  TASK_PRIORITIES,
  TASK_STATUSES,
  type TaskItem,
  type TaskPatch,
} from '#server/tasks/tasks.schema.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import { DueField } from './due-field.tsx';
import { DueMark } from './due-mark.tsx';
import { LabelsField } from './labels-field.tsx';
import { RepeatField } from './repeat-field.tsx';
import { StatusDot } from './status-dot.tsx';
import { useSayRepeat } from './use-say-repeat.ts';
import classes from './task-detail.module.css';

type Props = {
  task: TaskItem;
  isReadOnly: boolean;
  /** `from`: as it was when the person began, where that takes a while. */
  onSave: (patch: TaskPatch, from?: TaskItem) => void;
};

/** Plain text that becomes a choice when clicked. */
export function TaskFields({ task, isReadOnly, onSave }: Props) {
  const t = useText('tasks');
  const tOfOne = useText('task');
  const sayRepeat = useSayRepeat();
  const { personOf, teamOf, teams } = usePeople();
  const assignee = task.assigneeId === null ? undefined : personOf(task.assigneeId);
  const creator = personOf(task.creatorId);
  const field = (label: string, value: ReactNode, editor: (close: () => void) => ReactNode) => (
    <Field label={label} value={value} isReadOnly={isReadOnly}>
      {editor}
    </Field>
  );
  const pick = (patch: TaskPatch, close: () => void) => {
    onSave(patch);
    close();
  };
  return (
    <dl className={classes.fields}>
      {field(
        t('status'),
        <>
          <StatusDot status={task.status} /> {t(`statuses.${task.status}`)}
        </>,
        (close) => (
          <FilterOptions
            options={TASK_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
            chosen={[task.status]}
            onToggle={(value) =>
              pick({ status: TASK_STATUSES.find((one) => one === value) }, close)
            }
          />
        ),
      )}
      {field(t('priority'), t(`priorities.${task.priority}`), (close) => (
        <FilterOptions
          options={TASK_PRIORITIES.toReversed().map((value) => ({
            value,
            label: t(`priorities.${value}`),
          }))}
          chosen={[task.priority]}
          onToggle={(value) =>
            pick({ priority: TASK_PRIORITIES.find((one) => one === value) }, close)
          }
        />
      ))}
      {field(
        t('assignee'),
        assignee === undefined ? t('noAssignee') : <PersonTag id={assignee.id} />,
        (close) => (
          <PersonPicker
            label={t('assignee')}
            chosenIds={task.assigneeId === null ? [] : [task.assigneeId]}
            onToggle={(id) => pick({ assigneeId: id }, close)}
            onClear={() => pick({ assigneeId: null }, close)}
          />
        ),
      )}
      {field(t('due'), task.dueOn === null ? t('noDue') : <DueMark task={task} />, (close) => (
        <DueField
          task={task}
          onSave={(patch, from) => {
            onSave(patch, from);
            close();
          }}
        />
      ))}
      {field(
        tOfOne('repeat.title'),
        task.repeat === null ? (
          tOfOne('repeat.none')
        ) : (
          <>
            <Repeat size={14} aria-hidden="true" /> {sayRepeat(task.repeat, task)}
          </>
        ),
        (close) => (
          <RepeatField task={task} onSave={onSave} onClose={close} />
        ),
      )}
      {field(t('team'), teamOf(task.teamId)?.name ?? '', (close) => (
        <FilterOptions
          options={teams.map((team) => ({ value: team.id, label: team.name }))}
          chosen={[task.teamId]}
          onToggle={(teamId) => pick({ teamId }, close)}
        />
      ))}
      {field(t('labels'), task.labels.length === 0 ? t('addLabel') : task.labels.join(', '), () => (
        <LabelsField labels={task.labels} onSave={(labels) => onSave({ labels })} />
      ))}
      {field(
        t('watchers'),
        task.watcherIds.length === 0
          ? t('common:nobody')
          : task.watcherIds.map((id) => personOf(id)?.name ?? '').join(', '),
        () => (
          <PersonPicker
            label={t('watchers')}
            chosenIds={task.watcherIds}
            onToggle={(id) => onSave({ watcherIds: toggled(task.watcherIds, id) })}
          />
        ),
      )}
      <dt>{t('creator')}</dt>
      <dd className={classes.fixed}>{creator !== undefined && <PersonTag id={creator.id} />}</dd>
    </dl>
  );
}

type FieldProps = {
  label: string;
  value: ReactNode;
  isReadOnly: boolean;
  children: (close: () => void) => ReactNode;
};

function Field({ label, value, isReadOnly, children }: FieldProps) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {isReadOnly && <span className={classes.fixed}>{value}</span>}
        {!isReadOnly && (
          <Drop
            label={label}
            width={260}
            renderButton={(props) => (
              <button type="button" className={classes.value} {...props}>
                {value}
                <VisuallyHidden>{label}</VisuallyHidden>
              </button>
            )}
          >
            {children}
          </Drop>
        )}
      </dd>
    </>
  );
}

function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
