import { AlarmClock, BellRing, Link2, Repeat, UserRound } from 'lucide-react';
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
import { StateRows } from './state-rows.tsx';
import { SubjectLink } from './subject-link.tsx';
import { SubjectPicker } from './subject-picker.tsx';
import { useReminderActs } from './use-reminder-acts.ts';
import { useSayRepeat } from './use-say-repeat.ts';
import { useSayWarn } from './use-say-warn.ts';
import { WarnMenu } from './warn-menu.tsx';
import { WhenForm } from './when-form.tsx';

/** What became of it, when, for whom, how often, and about what; its owner changes it here. */
export function ReminderFields({ reminder }: { reminder: ReminderItem }) {
  const t = useText('reminders');
  const may = reminderAbilities(useViewer(), reminder);
  const { updateReminder } = useReminderActs();
  const whom = useWhom(reminder) ?? t('forMe');
  const repeat = useSayRepeat()(reminder);
  const warn = useSayWarn()(reminder.warnMinutes);
  const { subject } = reminder;
  const when = <When at={reminder.dueAt} as="appointment" />;
  const save = (patch: ReminderPatch) => void updateReminder(reminder, patch).catch(toastFailed);
  return (
    <FieldRows>
      <StateRows reminder={reminder} />
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
          <ChooseChip icon={Repeat} label={t('repeat')} width={300} value={repeat}>
            {(close) => (
              <RepeatMenu
                repeat={reminder.repeat}
                dueAt={reminder.dueAt}
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
      <FieldRow label={t('warn')}>
        {may.edit ? (
          <ChooseChip icon={BellRing} label={t('warn')} width={250} value={warn}>
            {(close) => (
              <WarnMenu
                warnMinutes={reminder.warnMinutes}
                onPick={(warnMinutes) => {
                  close();
                  save({ warnMinutes });
                }}
              />
            )}
          </ChooseChip>
        ) : (
          warn
        )}
      </FieldRow>
      <FieldRow label={t('about')}>
        {subject !== null && <SubjectLink subject={subject} />}
        {may.edit && (
          <ChooseChip
            icon={Link2}
            label={t('about')}
            value={subject === null ? t('aboutNothing') : t('change')}
          >
            {(close) => (
              <SubjectPicker
                subject={subject}
                onPick={(next) => {
                  close();
                  save({ subject: next });
                }}
              />
            )}
          </ChooseChip>
        )}
      </FieldRow>
      <FieldRow label={t('owner')}>
        <PersonTag id={reminder.ownerId} />
      </FieldRow>
    </FieldRows>
  );
}
