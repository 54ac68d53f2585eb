import { Button } from '@mantine/core';
import { AlarmClock, Check, ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import { When } from '#client/ui/when.tsx';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';
import { ReminderFacts } from './reminder-facts.tsx';
import { SnoozeButtons } from './snooze-buttons.tsx';
import { useBanner } from './use-reminders.ts';
import { useDoneAndLater } from './use-done-and-later.ts';
import classes from './reminder-banner.module.css';

/** On every page, and only when something is due for me. The newest is shown; the others wait behind a number. */
export function ReminderBanner() {
  const t = useText('reminders');
  const { due } = useBanner();
  const { done, later } = useDoneAndLater();
  const [isOpen, setOpen] = useState(false);
  const newest = due.at(-1);
  if (newest === undefined) return <Voice text="" />;
  const shown = isOpen ? due.toReversed() : [newest];
  const hidden = due.length - 1;
  return (
    <>
      <Voice text={newest.title} />
      <section className={classes.banner} aria-label={t('banner.label')}>
        <ul className={classes.list}>
          {shown.map((reminder) => (
            <BannerRow
              key={reminder.id}
              reminder={reminder}
              onDone={() => void done(reminder)}
              onLater={(until) => void later(reminder, until)}
            />
          ))}
        </ul>
        {hidden > 0 && (
          <button
            type="button"
            className={classes.more}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? t('banner.less') : t('banner.more', { count: hidden })}
            {isOpen ? (
              <ChevronUp size={14} aria-hidden="true" />
            ) : (
              <ChevronDown size={14} aria-hidden="true" />
            )}
          </button>
        )}
      </section>
    </>
  );
}

/** Tells those who do not see the banner what has come; it is there before there is anything to say. */
function Voice({ text }: { text: string }) {
  return (
    <div aria-live="polite">
      <VisuallyHidden>{text}</VisuallyHidden>
    </div>
  );
}

type RowProps = { reminder: ReminderItem; onDone: () => void; onLater: (until: Date) => void };

function BannerRow({ reminder, onDone, onLater }: RowProps) {
  const t = useText('reminders');
  return (
    <li className={classes.row}>
      <AlarmClock className={classes.icon} size={17} aria-hidden="true" />
      <div className={classes.what}>
        <span className={classes.title}>{reminder.title}</span>
        <span className={classes.facts}>
          <DueSince at={reminder.dueAt} />
          <ReminderFacts reminder={reminder} />
        </span>
      </div>
      <div className={classes.acts}>
        <Button
          size="compact-sm"
          className={classes.done ?? ''}
          leftSection={<Check size={14} aria-hidden="true" />}
          aria-label={t('complete', { title: reminder.title })}
          onClick={onDone}
        >
          {t('common:done')}
        </Button>
        <SnoozeButtons reminder={reminder} onLater={onLater} />
      </div>
    </li>
  );
}

const JUST_DUE_MS = 5 * 60_000;

/** When it was for; one that comes late says so. */
function DueSince({ at }: { at: Date }) {
  const t = useText('reminders');
  const isLate = useMinute().getTime() - at.getTime() > JUST_DUE_MS;
  return (
    <span className={classes.when} data-late={isLate || undefined}>
      <When at={at} as="appointment" />
      {isLate && ` · ${t('banner.late')}`}
    </span>
  );
}
