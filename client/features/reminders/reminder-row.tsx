import { Circle, CircleCheck, Clock } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { usePeople } from '#client/ui/people.ts';
import { useFocusGoesOn } from '#client/ui/use-focus-goes-on.ts';
import { useGlow } from '#client/ui/use-glow.ts';
import { useNarrow } from '#client/ui/use-narrow.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { When } from '#client/ui/when.tsx';
import { reminderAbilities } from '#server/reminders/reminders.policy.ts';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';
import { ReminderFacts } from './reminder-facts.tsx';
import { SnoozeButtons } from './snooze-buttons.tsx';
import { SnoozeDrop } from './snooze-drop.tsx';
import classes from './reminder-list.module.css';

type Props = {
  reminder: ReminderItem;
  isOpen: boolean;
  onOpen: () => void;
  onToggle: () => void;
  onLater: (until: Date) => void;
};

export function ReminderRow({ reminder, isOpen, onOpen, onToggle, onLater }: Props) {
  const t = useText('reminders');
  const viewer = useViewer();
  const row = useGlow<HTMLLIElement>(reminder.version, reminder.doneBy === viewer.id);
  useFocusGoesOn(row);
  const may = reminderAbilities(viewer, reminder);
  const Later = useNarrow() ? SnoozeDrop : SnoozeButtons;
  const isDone = reminder.state === 'done';
  const { title } = reminder;
  return (
    <li
      ref={row}
      className={classes.row}
      data-open={isOpen || undefined}
      data-done={isDone || undefined}
    >
      <button
        type="button"
        className={classes.tick}
        aria-pressed={isDone}
        aria-label={isDone ? t('reopen', { title }) : t('complete', { title })}
        disabled={!may.complete}
        onClick={onToggle}
      >
        {isDone ? (
          <CircleCheck size={18} aria-hidden="true" />
        ) : (
          <Circle size={18} aria-hidden="true" />
        )}
      </button>
      <button type="button" className={classes.open} data-opens onClick={onOpen}>
        <span className={classes.title}>{title}</span>
      </button>
      <span className={classes.facts}>
        <ReminderFacts reminder={reminder} />
      </span>
      {reminder.state === 'due' && may.snooze && (
        <span className={classes.later}>
          <Later reminder={reminder} onLater={onLater} />
        </span>
      )}
      <span className={classes.when}>
        <RowTime reminder={reminder} />
      </span>
    </li>
  );
}

function RowTime({ reminder }: { reminder: ReminderItem }) {
  const t = useText('reminders');
  const { personOf } = usePeople();
  const viewer = useViewer();
  const now = useMinute();
  const { state, dueAt, doneAt, doneBy, mySnoozedUntil } = reminder;
  if (state === 'done' && doneAt !== null) {
    const name = personOf(doneBy ?? '')?.name ?? t('common:unknownPerson');
    return (
      <>
        {doneBy === viewer.id ? t('doneByMe') : t('doneByOn', { name })} · <When at={doneAt} />
      </>
    );
  }
  if (mySnoozedUntil !== null && mySnoozedUntil > now) {
    return (
      <span className={classes.snoozed}>
        <Clock size={13} aria-hidden="true" />
        {t('until')} <When at={mySnoozedUntil} as="appointment" />
      </span>
    );
  }
  return (
    <span data-late={dueAt <= now || undefined} className={classes.due}>
      <When at={dueAt} as="appointment" />
    </span>
  );
}
