import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import type { HealthId, HealthStatement as Statement } from '#server/admin/health.schema.ts';
import { HealthLight } from './health-light.tsx';
import { sayMeasure } from './say-measure.ts';
import { Sparkline } from './sparkline.tsx';
import classes from './health.module.css';

type Props = { statement: Statement; values: readonly number[] };

/** 캐시 적중률 82 % · 정상 */
export function HealthStatement({ statement, values }: Props) {
  const t = useText('admin');
  const locale = useLocale();
  const { id, level, value, unit } = statement;
  const measure = value === null ? null : sayMeasure(value, unit, locale);
  return (
    <li className={classes.statement} data-level={level}>
      <div className={classes.top}>
        <span className={classes.name}>{t(`healthList.names.${id}`)}</span>
        {measure !== null && isJudged(id) && <HealthLight level={level} />}
      </div>
      <div className={classes.middle}>
        {measure === null ? (
          <span className={classes.unknown}>{t('healthList.unknown')}</span>
        ) : (
          <span className={classes.number}>
            {measure.number}
            {measure.unit !== '' && <span className={classes.unit}> {measure.unit}</span>}
          </span>
        )}
        <Sparkline values={values} level={level} />
      </div>
      <p className={classes.text}>
        {level !== 'good' && isJudged(id)
          ? t(`healthList.advice.${id}`)
          : t(`healthList.texts.${id}`)}
      </p>
    </li>
  );
}

/** Any number of people and screens is fine. */
function isJudged(id: HealthId): id is Exclude<HealthId, 'sockets' | 'people_online'> {
  return id !== 'sockets' && id !== 'people_online';
}
