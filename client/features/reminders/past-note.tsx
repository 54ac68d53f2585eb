import { Button } from '@mantine/core';
import { History } from 'lucide-react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { sayAppointment } from '#client/ui/say-time.ts';
import { sameTimeTomorrow } from './reminder-words.ts';
import classes from './new-reminder.module.css';

type Props = { dueAt: Date; isReady: boolean; onAdd: (dueAt: Date) => void };

/** The time that was said is over: nothing is added for it, but for the same time of tomorrow, by one press. */
export function PastNote({ dueAt, isReady, onAdd }: Props) {
  const t = useText('reminders');
  const locale = useLocale();
  const now = useMinute();
  const tomorrow = sameTimeTomorrow(dueAt, now);
  return (
    <div className={classes.past}>
      <History size={14} aria-hidden="true" />
      <output>{t('past')}</output>
      <Button
        size="compact-sm"
        variant="default"
        disabled={!isReady}
        onClick={() => onAdd(tomorrow)}
      >
        {t('remindThen', { when: sayAppointment(tomorrow, { now, locale }) })}
      </Button>
    </div>
  );
}
