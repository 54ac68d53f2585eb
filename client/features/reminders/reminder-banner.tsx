import { Button } from '@mantine/core';
import { AlarmClock, CheckCheck, ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useNewcomers } from '#client/ui/use-newcomers.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';
import { BannerRow } from './banner-row.tsx';
import { useBanner } from './use-reminders.ts';
import { useDoneAndLater } from './use-done-and-later.ts';
import classes from './reminder-banner.module.css';

/**
 * On every page, and only when something is due for me. Several are one line with their number and the newest of them:
 * what is done to them is done in the open list, where a second press cannot hit the next one.
 */
export function ReminderBanner() {
  const t = useText('reminders');
  const { due } = useBanner();
  const { done, allDone, later } = useDoneAndLater();
  const [isOpen, setOpen] = useState(false);
  const newest = due.at(-1);
  return (
    <>
      <Voice due={due} />
      {newest !== undefined && (
        <section className={classes.banner} aria-label={t('banner.label')}>
          {due.length > 1 && (
            <button
              type="button"
              className={classes.head}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              <AlarmClock className={classes.icon} size={17} aria-hidden="true" />
              <span className={classes.count}>{t('banner.count', { count: due.length })}</span>
              <span className={classes.newest}>{!isOpen && newest.title}</span>
              <span className={classes.toggle}>{isOpen ? t('banner.less') : t('banner.open')}</span>
              {isOpen ? (
                <ChevronUp size={16} aria-hidden="true" />
              ) : (
                <ChevronDown size={16} aria-hidden="true" />
              )}
            </button>
          )}
          {(isOpen || due.length === 1) && (
            <ul className={classes.list}>
              {due.toReversed().map((reminder) => (
                <BannerRow
                  key={reminder.id}
                  reminder={reminder}
                  isAlone={due.length === 1}
                  onDone={() => void done(reminder)}
                  onLater={(until) => void later(reminder, until)}
                />
              ))}
            </ul>
          )}
          {isOpen && due.length > 1 && (
            <div className={classes.all}>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<CheckCheck size={14} aria-hidden="true" />}
                onClick={() => {
                  document.getElementById('content')?.focus();
                  void allDone(due);
                }}
              >
                {t('banner.allDone')}
              </Button>
            </div>
          )}
        </section>
      )}
    </>
  );
}

/** Tells those who do not see the banner what has come, and nothing when something goes. */
function Voice({ due }: { due: readonly ReminderItem[] }) {
  const t = useText('reminders');
  const ids = useNewcomers(due.map(({ id }) => id));
  const come = due.filter(({ id }) => ids.includes(id));
  const count = come.length > 1 ? `${t('banner.count', { count: come.length })}: ` : '';
  return (
    <div aria-live="polite">
      <VisuallyHidden>{`${count}${come.at(-1)?.title ?? ''}`}</VisuallyHidden>
    </div>
  );
}
