import { CalendarClock, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { sayAppointment } from '#client/ui/say-time.ts';
import { ScheduledSheet } from './scheduled-sheet.tsx';
import { useScheduled } from './use-scheduled.ts';
import classes from './scheduled-line.module.css';

/** Above the field, as long as something is to be sent to this room later, or could not be. */
export function ScheduledLine({ roomId }: { roomId: string }) {
  const t = useText('chat');
  const locale = useLocale();
  const now = useMinute();
  const [isOpen, setOpen] = useState(false);
  const items = useScheduled().items.filter((item) => item.roomId === roomId);
  const failed = items.filter((item) => item.failure !== null).length;
  const next = items.find((item) => item.failure === null);
  return (
    <>
      {items.length > 0 && (
        <button
          type="button"
          className={classes.line}
          data-failed={failed > 0 || undefined}
          onClick={() => setOpen(true)}
        >
          {failed > 0 ? (
            <>
              <TriangleAlert size={14} aria-hidden="true" />
              {t('scheduledFailed', { count: failed })}
            </>
          ) : (
            <>
              <CalendarClock size={14} aria-hidden="true" />
              {t('scheduledCount', { count: items.length })}
              {next !== undefined && (
                <span className={classes.when}>{sayAppointment(next.sendAt, { now, locale })}</span>
              )}
            </>
          )}
        </button>
      )}
      <ScheduledSheet roomId={roomId} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
