import { useText } from '#client/i18n/use-text.ts';
import type { RepeatParts } from '#client/words/repeat-parts.ts';
import { addDays } from '#server/seoul.schema.ts';
import classes from './repeat-form.module.css';

type End = RepeatParts['end'];
type Props = { end: End; firstDay: string; onChange: (end: End) => void };

const KINDS = ['never', 'until', 'count'] as const;
const MOST = 999;

/** For ever, until a day, or so many times. */
export function RepeatEnd({ end, firstDay, onChange }: Props) {
  const t = useText('reminders');
  function begin(kind: End['kind']) {
    if (kind === 'until') onChange({ kind, day: addDays(firstDay, 28) });
    else if (kind === 'count') onChange({ kind, count: 10 });
    else onChange({ kind });
  }
  return (
    <div className={classes.line}>
      <label>
        {t('repeatEnd')}
        <select value={end.kind} onChange={(event) => begin(event.target.value as End['kind'])}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`repeatEnds.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      {end.kind === 'until' && (
        <label>
          {t('repeatUntil')}
          <input
            type="date"
            required
            min={firstDay}
            value={end.day}
            onChange={({ target }) => {
              if (target.value !== '') onChange({ kind: 'until', day: target.value });
            }}
          />
        </label>
      )}
      {end.kind === 'count' && (
        <label>
          {t('repeatCount')}
          <input
            type="number"
            required
            min={1}
            max={MOST}
            value={end.count}
            onChange={({ target }) => {
              const count = Math.min(Math.max(Math.round(target.valueAsNumber || 1), 1), MOST);
              onChange({ kind: 'count', count });
            }}
          />
        </label>
      )}
    </div>
  );
}
