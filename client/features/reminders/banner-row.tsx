import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { AlarmClock, Check } from 'lucide-react';
import { useRef } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { sayAppointment, sayClock } from '#client/ui/say-time.ts';
import { useFocusGoesOn } from '#client/ui/use-focus-goes-on.ts';
import { useNarrow } from '#client/ui/use-narrow.ts';
import { When } from '#client/ui/when.tsx';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';
import { seoulDay } from '#server/seoul.schema.ts';
import { ReminderFacts } from './reminder-facts.tsx';
import { SnoozeButtons } from './snooze-buttons.tsx';
import { SnoozeDrop } from './snooze-drop.tsx';
import { SubjectLink } from './subject-link.tsx';
import classes from './reminder-banner.module.css';

type Props = {
  reminder: ReminderItem;
  /** It is what the banner is there for, and not one of several. */
  isAlone: boolean;
  onDone: () => void;
  onLater: (until: Date) => void;
};

/** What, when, from where; done, or later. On a phone there is room for what it is about, and one button for later. */
export function BannerRow({ reminder, isAlone, onDone, onLater }: Props) {
  const t = useText('reminders');
  const row = useRef<HTMLLIElement>(null);
  useFocusGoesOn(row);
  const isNarrow = useNarrow();
  const { id, title, subject } = reminder;
  return (
    <li ref={row} className={classes.row}>
      <AlarmClock className={classes.icon} size={17} aria-hidden="true" />
      <div className={classes.what}>
        <Link to="/reminders/$reminderId" params={{ reminderId: id }} className={classes.title}>
          {title}
        </Link>
        <span className={classes.facts}>
          <DueSince reminder={reminder} />
          {!isNarrow && <ReminderFacts reminder={reminder} />}
          {isNarrow && subject !== null && <SubjectLink subject={subject} />}
        </span>
      </div>
      <div className={classes.acts}>
        <Button
          size="compact-sm"
          variant={isAlone ? 'filled' : 'default'}
          className={classes.done ?? ''}
          leftSection={<Check size={14} aria-hidden="true" />}
          aria-label={t('complete', { title })}
          onClick={onDone}
        >
          {t('common:done')}
        </Button>
        {isNarrow ? (
          <SnoozeDrop reminder={reminder} onLater={onLater} />
        ) : (
          <SnoozeButtons reminder={reminder} onLater={onLater} />
        )}
      </div>
    </li>
  );
}

const LATE_MS = 60_000;

/** When it was for; one that fell due late says that this was its original time. */
function DueSince({ reminder: { dueAt, firedAt } }: { reminder: ReminderItem }) {
  const t = useText('reminders');
  const locale = useLocale();
  const now = useMinute();
  const isMissed = firedAt !== null && firedAt.getTime() - dueAt.getTime() > LATE_MS;
  const isToday = seoulDay(dueAt) === seoulDay(now);
  if (!isMissed)
    return <When at={dueAt} as={isToday ? 'clock' : 'appointment'} className={classes.when} />;
  const when = isToday ? sayClock(dueAt, locale) : sayAppointment(dueAt, { now, locale });
  return (
    <span className={classes.when} data-late>
      {t('banner.missed', { when })}
    </span>
  );
}
