import { Button } from '@mantine/core';
import { useText } from '#client/i18n/use-text.ts';
import { useToday } from '#client/ui/clock.ts';
import classes from './fields.module.css';

type Props = { label: string; day: string | undefined; onChoose: (day: string) => void };

/** A day, often today: "what runs on this day?" */
export function OnDay({ label, day, onChoose }: Props) {
  const t = useText('promotions');
  const today = useToday();
  return (
    <div className={classes.form}>
      <label className={classes.line}>
        {label}
        <input
          type="date"
          className={classes.input}
          data-autofocus
          value={day ?? ''}
          onChange={(event) => event.target.value !== '' && onChoose(event.target.value)}
        />
      </label>
      <Button variant="default" onClick={() => onChoose(today)}>
        {t('today')}
      </Button>
    </div>
  );
}
