import { Button } from '@mantine/core';
import { AlarmClock, Check, Repeat, UserRound } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { FieldRow, FieldRows } from '#client/ui/field-rows.tsx';
import { PersonTag } from '#client/ui/person-tag.tsx';
import { toastFailed } from '#client/ui/toasts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { When } from '#client/ui/when.tsx';
import { reminderAbilities } from '#server/reminders/reminders.policy.ts';
import type { ReminderItem, ReminderPatch } from '#server/reminders/reminders.schema.ts';
import { ChooseChip } from './choose-chip.tsx';
import { RecipientsPicker } from './recipients-picker.tsx';
import { useWhom } from './reminder-facts.tsx';
import { RepeatMenu } from './repeat-menu.tsx';
import { repeatName } from './repeat-name.ts';
import { SnoozeButtons } from './snooze-buttons.tsx';
import { useDoneAndLater } from './use-done-and-later.ts';
import { useReminderActs } from './use-reminder-acts.ts';
import { WhenForm } from './when-form.tsx';

/** When, for whom, how often, and what became of it; its owner changes it here. */
export function ReminderFields({ reminder }: { reminder: ReminderItem }) {
  const t = useText('reminders');
  const may = reminderAbilities(useViewer(), reminder);
  const { updateReminder } = useReminderActs();
  const whom = useWhom(reminder) ?? t('forMe');
  const repeat = t(`repeats.${repeatName(reminder.repeat)}`);
  const when = <When at={reminder.dueAt} as="appointment" />;
  const save = (patch: ReminderPatch) => void updateReminder(reminder, patch).catch(toastFailed);
  return (
    <FieldRows>
      <FieldRow label={t('state')}>
        <StateField reminder={reminder} />
      </FieldRow>
      <FieldRow label={t('when')}>
        {may.edit ? (
          <ChooseChip icon={AlarmClock} label={t('when')} value={when}>
            {(close) => (
              <WhenForm
                initial={reminder.dueAt}
                onPick={(dueAt) => {
                  close();
                  save({ dueAt });
                }}
              />
            )}
          </ChooseChip>
        ) : (
          when
        )}
      </FieldRow>
      <FieldRow label={t('whom')}>
        {may.edit ? (
          <ChooseChip icon={UserRound} label={t('whom')} value={whom}>
            {() => <RecipientsPicker recipients={reminder} onChange={save} />}
          </ChooseChip>
        ) : (
          whom
        )}
      </FieldRow>
      <FieldRow label={t('repeat')}>
        {may.edit ? (
          <ChooseChip icon={Repeat} label={t('repeat')} width={200} value={repeat}>
            {(close) => (
              <RepeatMenu
                repeat={reminder.repeat}
                onPick={(next) => {
                  close();
                  save({ repeat: next });
                }}
              />
            )}
          </ChooseChip>
        ) : (
          repeat
        )}
      </FieldRow>
      <FieldRow label={t('owner')}>
        <PersonTag id={reminder.ownerId} />
      </FieldRow>
    </FieldRows>
  );
}

/** Where it stands, and what may be done about it. */
function StateField({ reminder }: { reminder: ReminderItem }) {
  const t = useText('reminders');
  const may = reminderAbilities(useViewer(), reminder);
  const { done, later } = useDoneAndLater();
  const { reopenReminder } = useReminderActs();
  const { state, doneBy, title } = reminder;
  if (state === 'done') {
    return (
      <>
        {doneBy !== null && <PersonTag id={doneBy} />}
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('reopen', { title })}
          onClick={() => void reopenReminder(reminder).catch(toastFailed)}
        >
          {t('common:undo')}
        </Button>
      </>
    );
  }
  return (
    <>
      <span>{t(`states.${state}`)}</span>
      {may.complete && (
        <Button
          size="compact-sm"
          leftSection={<Check size={14} aria-hidden="true" />}
          aria-label={t('complete', { title })}
          onClick={() => void done(reminder)}
        >
          {t('common:done')}
        </Button>
      )}
      {state === 'due' && may.snooze && (
        <SnoozeButtons reminder={reminder} onLater={(until) => void later(reminder, until)} />
      )}
    </>
  );
}
