import { Building2, Compass } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import classes from './way-choice.module.css';

export type Way = 'admin' | 'demo';

const WAYS = [
  { value: 'admin', icon: Building2 },
  { value: 'demo', icon: Compass },
] as const;

export function WayChoice({ value, onChange }: { value: Way; onChange: (way: Way) => void }) {
  const t = useText('setup');
  return (
    <div role="radiogroup" aria-label={t('way')} className={classes.ways}>
      {WAYS.map(({ value: way, icon: Icon }) => (
        <label key={way} className={classes.way} data-checked={way === value || undefined}>
          <input
            type="radio"
            name="way"
            className={classes.input}
            checked={way === value}
            onChange={() => onChange(way)}
          />
          <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
          <span className={classes.title}>{t(`${way}.title`)}</span>
          <span className={classes.text}>{t(`${way}.text`)}</span>
        </label>
      ))}
    </div>
  );
}
