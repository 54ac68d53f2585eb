import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { usePromotionCounts } from '#client/features/promotions/use-promotions.ts';
import { useText } from '#client/i18n/use-text.ts';
import { promotionTurns } from './promotion-turns.ts';
import classes from './today-turns.module.css';

/** 오늘 시작 2 · 내일 끝 1 · 진행 중 14: live, and of another day as soon as it is one. */
export function TodayTurns({ today }: { today: string }) {
  const t = useText('today');
  const turns = useMemo(() => promotionTurns(today), [today]);
  const filters = useMemo(() => turns.map(({ filter }) => filter), [turns]);
  const counts = usePromotionCounts(filters);
  return (
    <ul className={classes.strip} aria-label={t('turns')}>
      {turns.map(({ name, search }, at) => (
        <li key={name}>
          <Link to="/promotions" search={search} className={classes.turn}>
            {t(name)}
            <span className={classes.count}>{counts?.[at] ?? '–'}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
