import { useText } from '#client/i18n/use-text.ts';
import { DropPanel } from '#client/ui/drop.tsx';
import { MenuItems } from '#client/ui/menu-items.tsx';
import { PersonPicker } from '#client/ui/person-picker.tsx';
import { TASK_PRIORITIES, TASK_STATUSES, type TaskItem } from '#server/tasks/tasks.schema.ts';
import { useDueChoices } from './use-due-choices.ts';
import type { QuickPatch } from './use-task-change.ts';

export type KeyMenuField = 'status' | 'priority' | 'assignee' | 'due';

type Props = {
  task: TaskItem;
  field: KeyMenuField;
  /** The row or card that it opens at. */
  anchor: HTMLElement;
  onChange: (patch: QuickPatch) => void;
  onClose: () => void;
};

/** What a single key opens at the task that has the focus. */
export function TaskKeyMenu({ task, field, anchor, onChange, onClose }: Props) {
  const t = useText('tasks');
  function close() {
    onClose();
    anchor.focus({ preventScroll: true });
  }
  return (
    <DropPanel
      label={t(field)}
      button={anchor}
      role={field === 'assignee' ? 'dialog' : 'menu'}
      width={field === 'assignee' ? 260 : 180}
      onClose={close}
      onLeave={onClose}
    >
      {field === 'assignee' ? (
        <PersonPicker
          label={t('assignee')}
          chosenIds={task.assigneeId === null ? [] : [task.assigneeId]}
          onToggle={(assigneeId) => {
            close();
            onChange({ assigneeId });
          }}
          onClear={() => {
            close();
            onChange({ assigneeId: null });
          }}
        />
      ) : (
        <Choices task={task} field={field} close={close} onChange={onChange} />
      )}
    </DropPanel>
  );
}

type ChoicesProps = Pick<Props, 'task' | 'onChange'> & {
  field: Exclude<KeyMenuField, 'assignee'>;
  close: () => void;
};

function Choices({ task, field, close, onChange }: ChoicesProps) {
  const t = useText('tasks');
  const days = useDueChoices();
  const items = {
    status: TASK_STATUSES.map((status) => ({
      label: t(`statuses.${status}`),
      isChosen: status === task.status,
      onSelect: () => onChange({ status }),
    })),
    priority: TASK_PRIORITIES.toReversed().map((priority) => ({
      label: t(`priorities.${priority}`),
      isChosen: priority === task.priority,
      onSelect: () => onChange({ priority }),
    })),
    due: days.map(({ label, dueOn }) => ({
      label,
      isChosen: dueOn === task.dueOn,
      onSelect: () => onChange({ dueOn }),
    })),
  };
  return <MenuItems items={items[field]} close={close} />;
}
