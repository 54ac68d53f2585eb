import { Button } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useToday } from '#client/ui/clock.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { otherMonth } from '#client/ui/month.ts';
import { sayMonth } from '#client/ui/say-time.ts';
import classes from './month-head.module.css';

type Props = {
  /** `YYYY-MM`; undefined = this month. */
  month: string | undefined;
  onMonth: (month: string | undefined) => void;
};

/** Which month it is, and the way to others. */
export function MonthHead({ month, onMonth }: Props) {
  const t = useText('promotions');
  const locale = useLocale();
  const today = useToday();
  const shown = month ?? today.slice(0, 7);
  return (
    <div className={classes.head}>
      <IconButton
        icon={ChevronLeft}
        label={t('previousMonth')}
        onClick={() => onMonth(otherMonth(shown, -1))}
      />
      <h2 className={classes.month} aria-live="polite">
        {sayMonth(`${shown}-01`, locale)}
      </h2>
      <IconButton
        icon={ChevronRight}
        label={t('nextMonth')}
        onClick={() => onMonth(otherMonth(shown, 1))}
      />
      {month !== undefined && (
        <Button variant="default" onClick={() => onMonth(undefined)}>
          {t('thisMonth')}
        </Button>
      )}
    </div>
  );
}
