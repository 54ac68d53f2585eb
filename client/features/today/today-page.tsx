import type { ReactNode } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useToday } from '#client/ui/clock.ts';
import { Page } from '#client/ui/page.tsx';
import { sayFullDay } from '#client/ui/say-time.ts';
import classes from './today-page.module.css';

type Props = { now: ReactNode; tasks: ReactNode; talks: ReactNode; promotions: ReactNode };

/** Four quiet blocks: one's own work, and beside it what the others do. */
export function TodayPage({ now, tasks, talks, promotions }: Props) {
  const t = useText('today');
  const locale = useLocale();
  const today = useToday();
  return (
    <Page title={t('title')}>
      <p className={classes.day}>{sayFullDay(today, locale)}</p>
      <div className={classes.columns}>
        <div className={classes.column}>
          {now}
          {tasks}
        </div>
        <div className={classes.column}>
          {talks}
          {promotions}
        </div>
      </div>
    </Page>
  );
}
