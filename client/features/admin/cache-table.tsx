import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import type { CacheVerdict } from '#server/admin/health.schema.ts';
import { HealthLight } from './health-light.tsx';
import { sayMeasure } from './say-measure.ts';
import classes from './health.module.css';

export function CacheTable({ caches }: { caches: readonly CacheVerdict[] }) {
  const t = useText('admin');
  const locale = useLocale();
  if (caches.length === 0) return <p className={classes.text}>{t('healthList.noCaches')}</p>;
  const count = (value: number) => sayMeasure(value, 'count', locale).number;
  return (
    <div className={classes.frame}>
      <table className={classes.caches}>
        <thead>
          <tr>
            <th scope="col">{t('healthList.cache')}</th>
            <th scope="col">{t('healthList.hits')}</th>
            <th scope="col">{t('healthList.misses')}</th>
            <th scope="col">{t('healthList.rate')}</th>
            <th scope="col">{t('healthList.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {caches.map((cache) => (
            <tr key={cache.name}>
              <th scope="row">
                <CacheName name={cache.name} />
              </th>
              <td>{count(cache.hits)}</td>
              <td>{count(cache.misses)}</td>
              <td>
                {cache.hitPercent === null
                  ? '–'
                  : `${sayMeasure(cache.hitPercent, 'percent', locale).number} %`}
              </td>
              <td>
                {cache.hitPercent === null ? (
                  <span className={classes.tooFew}>{t('healthList.tooFew')}</span>
                ) : (
                  <HealthLight level={cache.level} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const NAMED = ['nav_counts', 'teams_list', 'promotions_filters', 'reminders_banner'] as const;

/** By what it is for; one that has no words yet by the name the code gave it. */
function CacheName({ name }: { name: string }) {
  const t = useText('admin');
  const named = NAMED.find((one) => one === name.replace('.', '_'));
  if (named === undefined) return <code>{name}</code>;
  return <span title={name}>{t(`healthList.cacheNames.${named}`)}</span>;
}
