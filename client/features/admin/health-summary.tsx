import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { When } from '#client/ui/when.tsx';
import type { Health, HealthLevel, HealthStatement } from '#server/admin/health.schema.ts';
import classes from './health.module.css';

/** The whole page in one sentence. */
export function HealthSummary({ health }: { health: Pick<Health, 'items' | 'checkedAt'> }) {
  const t = useText('admin');
  const bad = health.items.filter(({ level }) => level === 'bad').length;
  const warn = health.items.filter(({ level }) => level === 'warn').length;
  const level = worstOf(health.items);
  const Icon = { good: CircleCheck, warn: TriangleAlert, bad: CircleAlert }[level];
  const sentence = {
    good: t('healthList.allGood'),
    warn: t('healthList.toLookAt', { count: warn }),
    bad: t('healthList.broken', { count: bad }),
  }[level];
  return (
    <div className={classes.summary} data-level={level}>
      <Icon size={22} aria-hidden="true" />
      <p className={classes.sentence} aria-live="polite">
        {sentence}
      </p>
      <p className={classes.checked}>
        {t('healthList.checked')} <When at={health.checkedAt} as="clock" /> · {t('healthList.live')}
      </p>
    </div>
  );
}

function worstOf(items: readonly HealthStatement[]): HealthLevel {
  const levels: HealthLevel[] = ['bad', 'warn'];
  return levels.find((level) => items.some((item) => item.level === level)) ?? 'good';
}
