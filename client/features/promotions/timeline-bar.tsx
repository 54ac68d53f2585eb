import { Fragment, memo, type ReactNode } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import type { PromotionItem } from '#server/promotions/promotions.schema.ts';
import { clashDays } from './clashes.ts';
import { barIn, monthOf } from './month-grid.ts';
import { shownStatus } from './shown-status.ts';
import { StatusIcon } from './status-mark.tsx';
import type { Period } from './use-promotion-acts.ts';
import { useSayPeriod } from './use-say-period.ts';
import marks from './marks.module.css';
import classes from './timeline-bar.module.css';

type Props = {
  promotion: PromotionItem;
  /** While it is held: the days it would have. */
  period: Period | null;
  row: number;
  month: string;
  hue: number | undefined;
  today: string;
  isOpen: boolean;
  /** What it gets in the way of. */
  others: readonly PromotionItem[];
  menu: ReactNode;
};

/** Fewer days than these rarely hold a title. */
const SHORT_DAYS = 5;
/** So many days after a bar are room enough for its title. */
const ROOM_DAYS = 8;
const CHANNELS_SHOWN = 3;

export const TimelineBar = memo(function TimelineBar(props: Props) {
  const { promotion, period, row, month, hue = 0, today, isOpen, others, menu } = props;
  const t = useText('promotions');
  const sayPeriod = useSayPeriod();
  const shown = { ...promotion, ...period };
  const { first, last, isFromBefore, isGoingOn } = barIn(month, shown);
  const { days } = monthOf(month);
  const status = shownStatus(shown, today);
  const hidden = promotion.channels.length - CHANNELS_SHOWN;
  const channels = promotion.channels.slice(0, CHANNELS_SHOWN);
  if (hidden > 0) channels.push(`+${hidden}`);
  // Begins with what is written on the bar, so that it can be called by that.
  const words = [[promotion.title, ...channels].join(' '), promotion.category];
  if (hidden > 0) words.push(promotion.channels.join(' · '));
  const clash = others.length === 0 ? '' : t('clash', { titles: titlesOf(others) });
  const said = [...words, clash, sayPeriod(shown), t(`statuses.${status}`)].filter(Boolean);
  const span = last - first + 1;
  // An open start fades the bar, and with it whatever stands beyond.
  const isRoomy = span < SHORT_DAYS && shown.startsOn !== null && days - last >= ROOM_DAYS;
  return (
    <div
      className={classes.slot}
      style={{ gridColumn: `${first} / ${last + 1}`, gridRow: row }}
      data-promotion={promotion.id}
      data-held={period !== null || undefined}
    >
      <button
        type="button"
        className={`${marks.bar} ${classes.bar}`}
        data-part="move"
        data-clash={others.length > 0 || undefined}
        data-hue={hue}
        data-status={status}
        data-open={isOpen || undefined}
        data-from-before={isFromBefore || undefined}
        data-going-on={isGoingOn || undefined}
        data-open-start={shown.startsOn === null || undefined}
        data-open-end={shown.endsOn === null || undefined}
        data-roomy={isRoomy || undefined}
        title={said.join(' · ')}
        aria-label={said.join(', ')}
      >
        {clashDays(month, shown, others).map((stretch) => (
          <span
            key={stretch.first}
            className={classes.clash}
            style={{
              left: `${((stretch.first - first) / span) * 100}%`,
              width: `${((stretch.last - stretch.first + 1) / span) * 100}%`,
            }}
          />
        ))}
        <span className={classes.label}>
          <span className={classes.title}>
            <StatusIcon status={status} />
            <span className={classes.name}>{promotion.title}</span>
          </span>
          {channels.map((channel) => (
            <Fragment key={channel}>
              {' '}
              <span className={classes.channel}>{channel}</span>
            </Fragment>
          ))}
        </span>
      </button>
      {(shown.startsOn === null || !isFromBefore) && (
        <span className={classes.handle} data-part="start" title={t('pullStart')} />
      )}
      {(shown.endsOn === null || !isGoingOn) && (
        <span className={classes.handle} data-part="end" title={t('pullEnd')} />
      )}
      {period !== null && <span className={classes.days}>{sayPeriod(period)}</span>}
      {menu !== null && (
        <span className={classes.menu} data-inside={first === 1 || undefined}>
          {menu}
        </span>
      )}
    </div>
  );
});

function titlesOf(others: readonly PromotionItem[]): string {
  const named = others.slice(0, 3).map(({ title }) => title);
  return others.length > named.length ? `${named.join(', ')} …` : named.join(', ');
}
