import { AlarmClock, BellRing, Link2, Repeat, UserRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { FieldRow, FieldRows } from '#client/ui/field-rows.tsx';
import { PersonTag } from '#client/ui/person-tag.tsx';
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
import { useSayRepeat } from './use-say-repeat.ts';
import { useSayWarn } from './use-say-warn.ts';
import { WarnMenu } from './warn-menu.tsx';
import { WhenForm } from './when-form.tsx';

type Props = {
  reminder: ReminderItem;
  /** `from`: as it was when the person began, where that takes a while. */
  onSave: (patch: ReminderPatch, from?: ReminderItem) => void;
};

/** What became of it, when, for whom, how often, and about what; its owner changes it here. */
export function ReminderFields({ reminder, onSave }: Props) {
  const t = useText('reminders');
  const may = reminderAbilities(useViewer(), reminder);
  const whom = useWhom(reminder) ?? t('forMe');
  const repeat = useSayRepeat()(reminder);
  const warn = useSayWarn()(reminder.warnMinutes);
  const { subject } = reminder;
  const when = <When at={reminder.dueAt} as="appointment" />;
  return (
    <FieldRows>
      <StateRows reminder={reminder} />
      <FieldRow label={t('when')}>
        {may.edit ? (
          <ChooseChip icon={AlarmClock} label={t('when')} value={when}>
            {(close) => (
              <Begun reminder={reminder}>
                {(begun) => (
                  <WhenForm
                    initial={begun.dueAt}
                    isAhead
                    onPick={(dueAt) => {
                      close();
                      onSave({ dueAt }, begun);
                    }}
                  />
                )}
              </Begun>
            )}
          </ChooseChip>
        ) : (
          when
        )}
      </FieldRow>
      <FieldRow label={t('whom')}>
        {may.edit ? (
          <ChooseChip icon={UserRound} label={t('whom')} value={whom}>
            {() => <RecipientsPicker recipients={reminder} onChange={onSave} />}
          </ChooseChip>
        ) : (
          whom
        )}
      </FieldRow>
      <FieldRow label={t('repeat')}>
        {may.edit ? (
          <ChooseChip icon={Repeat} label={t('repeat')} width={300} value={repeat}>
            {(close) => (
              <Begun reminder={reminder}>
                {(begun) => (
                  <RepeatMenu
                    repeat={begun.repeat}
                    dueAt={begun.dueAt}
                    onPick={(next) => {
                      close();
                      onSave({ repeat: next }, begun);
                    }}
                  />
                )}
              </Begun>
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
              <Begun reminder={reminder}>
                {(begun) => (
                  <WarnMenu
                    warnMinutes={begun.warnMinutes}
                    onPick={(warnMinutes) => {
                      close();
                      onSave({ warnMinutes }, begun);
                    }}
                  />
                )}
              </Begun>
            )}
          </ChooseChip>
        ) : (
          warn
        )}
      </FieldRow>
      <FieldRow label={t('about')}>
        {subject !== null && <SubjectLink subject={subject} />}
        {subject === null && !may.edit && t('aboutNothing')}
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
                  onSave({ subject: next });
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

type BegunProps = { reminder: ReminderItem; children: (begun: ReminderItem) => ReactNode };

/** The reminder as it was when its form opened: that is what the person means to change. */
function Begun({ reminder, children }: BegunProps) {
  const [begun] = useState(reminder);
  return children(begun);
}
