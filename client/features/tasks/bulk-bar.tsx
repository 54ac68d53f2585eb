import { CalendarDays, CircleDot, Flag, Tag, UserRound, UsersRound, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Drop } from '#client/ui/drop.tsx';
import { DropMenu, type MenuItem } from '#client/ui/drop-menu.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { usePeople } from '#client/ui/people.ts';
import { PersonPicker } from '#client/ui/person-picker.tsx';
import type { BulkPatch } from '#server/tasks/tasks.bulk.schema.ts';
import { TASK_LABEL_MAX, TASK_PRIORITIES, TASK_STATUSES } from '#server/tasks/tasks.schema.ts';
import { useDueChoices } from './use-due-choices.ts';
import classes from './bulk-bar.module.css';

type Props = { count: number; onChange: (patch: BulkPatch) => void; onClear: () => void };

/** What can be done to all chosen tasks at once. */
export function BulkBar({ count, onChange, onClear }: Props) {
  const t = useText('tasks');
  const { teams } = usePeople();
  return (
    <div className={classes.foot} data-bulk>
      <div className={classes.bar} role="toolbar" aria-label={t('bulk.label')}>
        <span className={classes.count} aria-live="polite">
          {t('bulk.chosen', { count })}
        </span>
        <BulkMenu
          icon={CircleDot}
          label={t('status')}
          items={TASK_STATUSES.map((status) => ({
            label: t(`statuses.${status}`),
            onSelect: () => onChange({ status }),
          }))}
        />
        <Drop
          label={t('assignee')}
          side="top"
          renderButton={(button) => (
            <BulkButton {...button} icon={UserRound} label={t('assignee')} />
          )}
        >
          {(close) => (
            <PersonPicker
              label={t('assignee')}
              chosenIds={[]}
              onToggle={(assigneeId) => {
                close();
                onChange({ assigneeId });
              }}
              onClear={() => {
                close();
                onChange({ assigneeId: null });
              }}
            />
          )}
        </Drop>
        <DueMenu onChange={onChange} />
        <BulkMenu
          icon={Flag}
          label={t('priority')}
          items={TASK_PRIORITIES.map((priority) => ({
            label: t(`priorities.${priority}`),
            onSelect: () => onChange({ priority }),
          }))}
        />
        <LabelDrop onChange={onChange} />
        <BulkMenu
          icon={UsersRound}
          label={t('team')}
          items={teams.map((team) => ({
            label: team.name,
            onSelect: () => onChange({ teamId: team.id }),
          }))}
        />
        <IconButton icon={X} label={t('bulk.clear')} onClick={onClear} />
      </div>
    </div>
  );
}

function DueMenu({ onChange }: Pick<Props, 'onChange'>) {
  const t = useText('tasks');
  return (
    <BulkMenu
      icon={CalendarDays}
      label={t('due')}
      items={useDueChoices().map(({ label, dueOn }) => ({
        label,
        onSelect: () => onChange({ dueOn }),
      }))}
    />
  );
}

function LabelDrop({ onChange }: Pick<Props, 'onChange'>) {
  const t = useText('tasks');
  const [label, setLabel] = useState('');
  return (
    <Drop
      label={t('addLabel')}
      side="top"
      renderButton={(button) => <BulkButton {...button} icon={Tag} label={t('labels')} />}
    >
      {(close) => (
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            if (label.trim() === '') return;
            close();
            setLabel('');
            onChange({ addLabels: [label.trim()] });
          }}
        >
          <input
            className={classes.label}
            aria-label={t('addLabel')}
            placeholder={t('addLabel')}
            maxLength={TASK_LABEL_MAX}
            value={label}
            onChange={(event) => setLabel(event.target.value)}
          />
        </form>
      )}
    </Drop>
  );
}

type MenuProps = { icon: LucideIcon; label: string; items: readonly MenuItem[] };

function BulkMenu({ icon, label, items }: MenuProps) {
  return (
    <DropMenu
      label={label}
      side="top"
      items={items}
      renderButton={(button) => <BulkButton {...button} icon={icon} label={label} />}
    />
  );
}

type ButtonProps = Parameters<Parameters<typeof Drop>[0]['renderButton']>[0] & {
  icon: LucideIcon;
  label: string;
};

function BulkButton({ icon: Icon, label, ...button }: ButtonProps) {
  return (
    <button {...button} type="button" className={classes.button}>
      <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
      <span>{label}</span>
    </button>
  );
}
