import { useText } from '#client/i18n/use-text.ts';
import { endsBeforeItStarts } from '#server/promotions/promotions.status.schema.ts';
import type { Period } from './use-promotion-acts.ts';
import classes from './fields.module.css';

type Props = { period: Period; onChange: (period: Period) => void };

/** First and last day, both included; an empty one is open. */
export function PeriodFields({ period, onChange }: Props) {
  const t = useText('promotions');
  return (
    <div>
      <div className={classes.days}>
        <label className={classes.line}>
          {t('startsOn')}
          <input
            type="date"
            className={classes.input}
            value={period.startsOn ?? ''}
            onChange={(event) => onChange({ ...period, startsOn: event.target.value || null })}
          />
        </label>
        <label className={classes.line}>
          {t('endsOn')}
          <input
            type="date"
            className={classes.input}
            value={period.endsOn ?? ''}
            aria-invalid={endsBeforeItStarts(period)}
            onChange={(event) => onChange({ ...period, endsOn: event.target.value || null })}
          />
        </label>
      </div>
      {endsBeforeItStarts(period) ? (
        <p className={classes.wrong} role="alert">
          {t('endsBeforeStart')}
        </p>
      ) : (
        <p className={classes.hint}>{t('openDays')}</p>
      )}
    </div>
  );
}
