import { Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { AlarmClock } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { DetailPanel } from '#client/ui/detail-panel.tsx';
import { EditableText } from '#client/ui/editable-text.tsx';
import { isAbsent } from '#client/ui/error-message.ts';
import { ListState } from '#client/ui/list-state.tsx';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import { HERE, useArrival } from '#client/ui/use-arrival.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { reminderAbilities } from '#server/reminders/reminders.policy.ts';
import { REMINDER_TITLE_MAX, type ReminderItem } from '#server/reminders/reminders.schema.ts';
import { ReminderConflicts } from './reminder-conflicts.tsx';
import { ReminderFields } from './reminder-fields.tsx';
import { useReminder } from './use-reminders.ts';
import { useReminderActs } from './use-reminder-acts.ts';
import { useReminderEdit } from './use-reminder-edit.ts';
import classes from './reminder-detail.module.css';

export function ReminderDetail() {
  const t = useText('reminders');
  const { reminderId = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const { query, reminder } = useReminder(reminderId);
  const close = () => void navigate({ to: '/reminders' });
  return (
    <DetailPanel label={reminder?.title ?? t('one')} onClose={close} head={t('one')}>
      <ListState
        query={isAbsent(query.error, 'reminder') ? NOTHING : query}
        isEmpty={reminder === undefined}
        empty={{ icon: AlarmClock, title: t('gone'), text: t('goneText') }}
      >
        {reminder !== undefined && <Detail key={reminder.id} reminder={reminder} onGone={close} />}
      </ListState>
    </DetailPanel>
  );
}

/** There is no reminder, and asking again would not bring one. */
const NOTHING = { isPending: false, error: null, refetch: () => undefined };

function Detail({ reminder, onGone }: { reminder: ReminderItem; onGone: () => void }) {
  const t = useText('reminders');
  const may = reminderAbilities(useViewer(), reminder);
  const { removeReminder, restoreReminder } = useReminderActs();
  const edit = useReminderEdit(reminder);
  const place = useArrival<HTMLDivElement>(HERE);
  async function remove() {
    onGone();
    try {
      await removeReminder(reminder);
      toastDone(t('removed', { title: reminder.title }), {
        label: t('common:undo'),
        run: () => void restoreReminder(reminder).catch(toastFailed),
      });
    } catch (error) {
      toastFailed(error);
    }
  }
  return (
    <div className={classes.detail}>
      <div ref={place} tabIndex={-1}>
        <EditableText
          isRequired
          className={classes.title}
          label={t('title')}
          value={reminder.title}
          maxLength={REMINDER_TITLE_MAX}
          isReadOnly={!may.edit}
          {...edit.kept('title')}
          onSave={(title, begun) => edit.saveText({ title }, begun)}
        />
      </div>
      <ReminderConflicts edit={edit} />
      <ReminderFields
        reminder={reminder}
        onSave={(patch, from) => void edit.save(patch, from).catch(toastFailed)}
      />
      {may.remove && (
        <Button
          variant="subtle"
          color="red"
          className={classes.remove ?? ''}
          onClick={() => void remove()}
        >
          {t('remove')}
        </Button>
      )}
    </div>
  );
}
