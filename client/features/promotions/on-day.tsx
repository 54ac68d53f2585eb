import { Button } from '@mantine/core';
import { useText } from '#client/i18n/use-text.ts';
import { useToday } from '#client/ui/clock.ts';
import classes from './fields.module.css';

type Props = { day: string | undefined; onChoose: (day: string) => void };

/** "What runs on this day?" */
export function OnDay({ day, onChoose }: Props) {
  const t = useText('promotions');
  const today = useToday();
  return (
    <div className={classes.form}>
      <label className={classes.line}>
        {t('onDay')}
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
