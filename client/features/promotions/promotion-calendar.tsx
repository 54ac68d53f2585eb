import { useText } from '#client/i18n/use-text.ts';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useMinute, useToday } from '#client/ui/clock.ts';
import { ListState } from '#client/ui/list-state.tsx';
import { sayDate } from '#client/ui/say-time.ts';
import { useNarrow } from '#client/ui/use-narrow.ts';
import type { PromotionItem } from '#server/promotions/promotions.schema.ts';
import { MonthHead } from './month-head.tsx';
import { weekBars, weeksOf } from './month-weeks.ts';
import { type PromotionFilter, within } from './promotions.search.ts';
import { shownStatus } from './shown-status.ts';
import { StatusIcon } from './status-mark.tsx';
import { useWholePromotionList } from './use-promotions.ts';
import { useSayPeriod } from './use-say-period.ts';
import marks from './marks.module.css';
import classes from './promotion-calendar.module.css';

type Props = {
  filter: PromotionFilter;
  hues: ReadonlyMap<string, number>;
  /** `YYYY-MM`; undefined = this month. */
  month: string | undefined;
  openId: string | null;
  onOpen: (id: string) => void;
  onMonth: (month: string | undefined) => void;
  /** All that runs on a day is wanted. */
  onDay: (day: string) => void;
};

const LINES = 4;
const LINES_NARROW = 3;

/** A month of weeks; what has no room is counted, and a day leads to all that runs on it. */
export function PromotionCalendar({ filter, month, onMonth, ...rest }: Props) {
  const t = useText('promotions');
  const today = useToday();
  const shown = month ?? today.slice(0, 7);
  const weeks = weeksOf(shown);
  const [from = '', to = ''] = [weeks[0]?.[0], weeks.at(-1)?.at(-1)];
  const { query, promotions } = useWholePromotionList(within(filter, { from, to }));
  const lines = useNarrow() ? LINES_NARROW : LINES;
  return (
    <>
      <MonthHead month={month} onMonth={onMonth} />
      <ListState query={query} isEmpty={false} empty={{ title: t('emptyMonth') }}>
        <div className={classes.month}>
          <div className={classes.weekdays} aria-hidden="true">
            {t('weekdays')
              .split(' ')
              .map((weekday, at) => (
                <span key={weekday} data-sunday={at === 0 || undefined}>
                  {weekday}
                </span>
              ))}
          </div>
          {weeks.map((week) => (
            <Week
              key={week[0]}
              {...rest}
              week={week}
              month={shown}
              today={today}
              lines={lines}
              promotions={promotions}
            />
          ))}
        </div>
      </ListState>
    </>
  );
}

type WeekProps = Omit<Props, 'filter' | 'month' | 'onMonth'> & {
  week: readonly string[];
  month: string;
  today: string;
  lines: number;
  promotions: readonly PromotionItem[];
};

function Week({ week, month, today, lines, promotions, hues, openId, onOpen, onDay }: WeekProps) {
  const t = useText('promotions');
  const locale = useLocale();
  const now = useMinute();
  const sayPeriod = useSayPeriod();
  const { bars, hidden } = weekBars(week, promotions, lines);
  return (
    <div className={classes.week}>
      {week.map((day, at) => (
        <div
          key={day}
          className={classes.day}
          style={{ gridColumn: at + 1 }}
          data-other={day.slice(0, 7) !== month || undefined}
          data-today={day === today || undefined}
        >
          <button
            type="button"
            className={classes.date}
            aria-label={`${Number(day.slice(8))}, ${t('runsOn', { day: sayDate(day, { now, locale }) })}`}
            {...(day === today && { 'aria-current': 'date' })}
            onClick={() => onDay(day)}
          >
            {Number(day.slice(8))}
          </button>
          {(hidden[at] ?? 0) > 0 && (
            <button
              type="button"
              className={classes.more}
              aria-label={`+${hidden[at]}, ${t('moreOn', { day: sayDate(day, { now, locale }), count: hidden[at] ?? 0 })}`}
              onClick={() => onDay(day)}
            >
              +{hidden[at]}
            </button>
          )}
        </div>
      ))}
      {bars.map(({ promotion, first, last, line, isFromBefore, isGoingOn }) => {
        const status = shownStatus(promotion, today);
        const said = [
          promotion.title,
          promotion.category,
          sayPeriod(promotion),
          t(`statuses.${status}`),
        ];
        return (
          <button
            key={promotion.id}
            type="button"
            className={`${marks.bar} ${classes.bar}`}
            style={{ gridColumn: `${first} / ${last + 1}`, gridRow: line + 2 }}
            data-hue={hues.get(promotion.category) ?? 0}
            data-status={status}
            data-open={promotion.id === openId || undefined}
            data-from-before={isFromBefore || undefined}
            data-going-on={isGoingOn || undefined}
            title={said.join(' · ')}
            aria-label={said.join(', ')}
            onClick={() => onOpen(promotion.id)}
          >
            <StatusIcon status={status} />
            <span className={classes.title}>{promotion.title}</span>
          </button>
        );
      })}
    </div>
  );
}
