import { Button } from '@mantine/core';
import { Check } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { FieldRow } from '#client/ui/field-rows.tsx';
import { PersonTag } from '#client/ui/person-tag.tsx';
import { toastFailed } from '#client/ui/toasts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { When } from '#client/ui/when.tsx';
import { reminderAbilities } from '#server/reminders/reminders.policy.ts';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';
import { SnoozeButtons } from './snooze-buttons.tsx';
import { useDoneAndLater } from './use-done-and-later.ts';
import { useReminderActs } from './use-reminder-acts.ts';
import classes from './reminder-detail.module.css';

type Props = { reminder: ReminderItem };

/** Where it stands for me, whether it is done, and who did it; done or put off from here. */
export function StateRows({ reminder }: Props) {
  const t = useText('reminders');
  return (
    <>
      <FieldRow label={t('state')}>
        <StateField reminder={reminder} />
      </FieldRow>
      <LaterRow reminder={reminder} />
      <LastDoneRow reminder={reminder} />
    </>
  );
}

function StateField({ reminder }: Props) {
  const t = useText('reminders');
  const may = reminderAbilities(useViewer(), reminder);
  const { done } = useDoneAndLater();
  const { reopenReminder } = useReminderActs();
  const { state, doneBy, doneAt, title, mySnoozedUntil } = reminder;
  const now = useMinute();
  const isSnoozed = mySnoozedUntil !== null && mySnoozedUntil > now;
  return (
    <div className={classes.state}>
      {state === 'done' && doneBy !== null && <PersonTag id={doneBy} />}
      <span>
        {t(`states.${isSnoozed ? 'snoozed' : state}`)}
        {state === 'done' && doneAt !== null && (
          <>
            {' · '}
            <When at={doneAt} as="appointment" />
          </>
        )}
      </span>
      {may.complete && state === 'done' && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('reopen', { title })}
          onClick={() => void reopenReminder(reminder).catch(toastFailed)}
        >
          {t('common:undo')}
        </Button>
      )}
      {may.complete && state !== 'done' && (
        <Button
          size="compact-sm"
          leftSection={<Check size={14} aria-hidden="true" />}
          aria-label={t('complete', { title })}
          onClick={() => void done(reminder)}
        >
          {t('common:done')}
        </Button>
      )}
    </div>
  );
}

/** Of a repeating one: who did it the last time, and when. */
function LastDoneRow({ reminder: { state, doneBy, doneAt } }: Props) {
  const t = useText('reminders');
  if (state === 'done' || doneBy === null || doneAt === null) return null;
  return (
    <FieldRow label={t('lastDone')} hint={<When at={doneAt} as="appointment" />}>
      <PersonTag id={doneBy} />
    </FieldRow>
  );
}

/** Only what is due for me can be put off. */
function LaterRow({ reminder }: Props) {
  const t = useText('reminders');
  const may = reminderAbilities(useViewer(), reminder);
  const { later } = useDoneAndLater();
  if (reminder.state !== 'due' || !may.snooze) return null;
  const { mySnoozedUntil } = reminder;
  return (
    <FieldRow
      label={t('snooze')}
      hint={mySnoozedUntil === null ? undefined : <SnoozedUntil at={mySnoozedUntil} />}
    >
      <SnoozeButtons reminder={reminder} onLater={(until) => void later(reminder, until)} />
    </FieldRow>
  );
}

function SnoozedUntil({ at }: { at: Date }) {
  const t = useText('reminders');
  return (
    <>
      {t('until')} <When at={at} as="appointment" />
    </>
  );
}
