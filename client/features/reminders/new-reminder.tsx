import { Button } from '@mantine/core';
import { AlarmClock, BellRing, Link2, Plus, Repeat, UserRound } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { now } from '#client/ui/clock.ts';
import { useHotkey } from '#client/ui/hotkeys.ts';
import { sayAppointment } from '#client/ui/say-time.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import { UnplacedName } from '#client/ui/unplaced-name.tsx';
import { When } from '#client/ui/when.tsx';
import { REMINDER_TITLE_MAX } from '#server/reminders/reminders.schema.ts';
import { ChooseChip } from './choose-chip.tsx';
import { RecipientsPicker } from './recipients-picker.tsx';
import { PastNote } from './past-note.tsx';
import { useWhom } from './reminder-facts.tsx';
import { sameTimeTomorrow } from './reminder-words.ts';
import { RepeatMenu } from './repeat-menu.tsx';
import { SubjectLink } from './subject-link.tsx';
import { SubjectPicker } from './subject-picker.tsx';
import { useNewReminder } from './use-new-reminder.ts';
import { useReminderActs } from './use-reminder-acts.ts';
import { useSayRepeat } from './use-say-repeat.ts';
import { useSayWarn } from './use-say-warn.ts';
import { WarnMenu } from './warn-menu.tsx';
import { WhenForm } from './when-form.tsx';
import classes from './new-reminder.module.css';

/** One line, read as it is written; below it what was understood, and a way to choose instead. Enter adds it. */
export function NewReminder() {
  const t = useText('reminders');
  const locale = useLocale();
  const writing = useNewReminder();
  const { text, reminder, isPast, choose } = writing;
  const { createReminder } = useReminderActs();
  const whom = useWhom(reminder);
  const sayRepeat = useSayRepeat();
  const sayWarn = useSayWarn();
  const field = useRef<HTMLInputElement>(null);
  useHotkey({ keys: 'n', label: t('keys.new'), group: t('title') }, () => field.current?.focus());
  async function add(dueAt = reminder.dueAt) {
    if (reminder.title === '' || dueAt <= now()) return;
    writing.clear();
    field.current?.focus();
    try {
      await createReminder({ ...reminder, dueAt });
      toastDone(t('created', { when: sayAppointment(dueAt, { now: now(), locale }) }));
    } catch (error) {
      writing.putBack();
      toastFailed(error);
    }
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void add();
  }
  return (
    <div className={classes.box}>
      <div className={classes.line}>
        <Plus size={16} aria-hidden="true" />
        <input
          ref={field}
          className={classes.field}
          aria-label={t('new')}
          placeholder={t('newTitle')}
          maxLength={REMINDER_TITLE_MAX}
          value={text}
          onChange={(event) => writing.setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {text.trim() !== '' && (
        <fieldset className={classes.understood} aria-label={reminder.title}>
          <ChooseChip
            icon={AlarmClock}
            label={t('when')}
            value={<When at={reminder.dueAt} as="appointment" className={classes.when} />}
          >
            {(close) => (
              <WhenForm
                initial={isPast ? sameTimeTomorrow(reminder.dueAt, now()) : reminder.dueAt}
                isAhead
                onPick={(dueAt) => {
                  choose({ dueAt });
                  close();
                }}
              />
            )}
          </ChooseChip>
          <ChooseChip icon={UserRound} label={t('whom')} value={whom ?? t('forMe')}>
            {() => <RecipientsPicker recipients={reminder} onChange={writing.chooseWhom} />}
          </ChooseChip>
          <ChooseChip icon={Repeat} label={t('repeat')} width={300} value={sayRepeat(reminder)}>
            {(close) => (
              <RepeatMenu
                repeat={reminder.repeat}
                dueAt={reminder.dueAt}
                onPick={(repeat) => {
                  choose({ repeat });
                  close();
                }}
              />
            )}
          </ChooseChip>
          <ChooseChip
            icon={BellRing}
            label={t('warn')}
            width={250}
            value={sayWarn(reminder.warnMinutes)}
          >
            {(close) => (
              <WarnMenu
                warnMinutes={reminder.warnMinutes}
                onPick={(warnMinutes) => {
                  choose({ warnMinutes });
                  close();
                }}
              />
            )}
          </ChooseChip>
          <ChooseChip
            icon={Link2}
            label={t('about')}
            value={
              reminder.subject === null ? (
                t('about')
              ) : (
                <SubjectLink subject={reminder.subject} isPlain />
              )
            }
          >
            {(close) => (
              <SubjectPicker
                subject={reminder.subject}
                onPick={(subject) => {
                  choose({ subject });
                  close();
                }}
              />
            )}
          </ChooseChip>
          <span className={classes.title}>{reminder.title}</span>
          <Button
            size="compact-sm"
            className={classes.add ?? ''}
            disabled={reminder.title === '' || isPast}
            onClick={() => void add()}
          >
            {t('common:add')}
          </Button>
        </fieldset>
      )}
      {text.trim() !== '' && isPast && (
        <PastNote
          dueAt={reminder.dueAt}
          isReady={reminder.title !== ''}
          onAdd={(dueAt) => void add(dueAt)}
        />
      )}
      <div className={classes.names}>
        {writing.unplaced.map((name) => (
          <UnplacedName
            key={name.at}
            says={t(name.candidates.length === 0 ? 'nobodyCalled' : 'severalCalled', {
              name: name.text,
            })}
            candidates={name.candidates}
            onPick={(person) => {
              writing.name(name, person);
              field.current?.focus();
            }}
          />
        ))}
      </div>
    </div>
  );
}
