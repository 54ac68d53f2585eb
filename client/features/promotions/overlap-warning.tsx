import { Link, useSearch } from '@tanstack/react-router';
import { useText } from '#client/i18n/use-text.ts';
import { Notice } from '#client/ui/notice.tsx';
import {
  type OverlapsInput,
  PROMOTION_OVERLAPS_MAX,
} from '#server/promotions/promotions.schema.ts';
import { endsBeforeItStarts } from '#server/promotions/promotions.status.schema.ts';
import { promotionsSearch } from './promotions.search.ts';
import { useOverlaps } from './use-overlaps.ts';
import { useSayPeriod } from './use-say-period.ts';
import classes from './overlap-warning.module.css';

type Props = {
  wanted: OverlapsInput;
  /** Something is being written: what is looked up must not take its place. */
  inNewTab?: boolean;
};

const NAMED = 5;

/** Says what has the same category, a channel and days in common. It warns; nothing is forbidden. */
export function OverlapWarning({ wanted, inNewTab = false }: Props) {
  const t = useText('promotions');
  const sayPeriod = useSayPeriod();
  const search = promotionsSearch(useSearch({ strict: false }));
  const others = useOverlaps(wanted);
  if (others.length === 0 || endsBeforeItStarts(wanted)) return null;
  const hidden = others.length - NAMED;
  return (
    <Notice tone="warning">
      {t(others.length < PROMOTION_OVERLAPS_MAX ? 'overlaps' : 'overlapsAtLeast', {
        count: others.length,
      })}
      <ul className={classes.list}>
        {others.slice(0, NAMED).map((other) => (
          <li key={other.id}>
            <Link
              to="/promotions/$promotionId"
              params={{ promotionId: other.id }}
              search={search}
              {...(inNewTab && { target: '_blank' })}
            >
              {other.title}
            </Link>{' '}
            <span className={classes.facts}>
              {[
                other.channels.filter((channel) => wanted.channels.includes(channel)).join(' · '),
                sayPeriod(other),
              ].join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && <span className={classes.facts}>{t('overlapsMore', { count: hidden })}</span>}
    </Notice>
  );
}
