import { Button } from '@mantine/core';
import { ChevronLeft, ChevronRight, Tag } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useToday } from '#client/ui/clock.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { ListState } from '#client/ui/list-state.tsx';
import { sayMonth } from '#client/ui/say-time.ts';
import { weekdayOf } from '#client/ui/seoul.ts';
import type { PromotionItem } from '#server/promotions/promotions.schema.ts';
import { otherMonth } from '#client/ui/month.ts';
import { barIn, monthOf } from './month-grid.ts';
import { shownStatus } from './shown-status.ts';
import type { PromotionFilter } from './promotions.search.ts';
import { StatusIcon } from './status-mark.tsx';
import { usePromotionList } from './use-promotions.ts';
import { useSayPeriod } from './use-say-period.ts';
import marks from './marks.module.css';
import classes from './promotion-timeline.module.css';

type Props = {
  filter: PromotionFilter;
  hues: ReadonlyMap<string, number>;
  /** `YYYY-MM`; undefined = this month. */
  month: string | undefined;
  openId: string | null;
  onOpen: (id: string) => void;
  onMonth: (month: string | undefined) => void;
};

/** So many days after a bar are room enough for its title. */
const ROOM_DAYS = 8;

/** A month with a bar per promotion, in the colour of its category, and a line for today. */
export function PromotionTimeline({ filter, hues, month, openId, onOpen, onMonth }: Props) {
  const t = useText('promotions');
  const locale = useLocale();
  const today = useToday();
  const shown = month ?? today.slice(0, 7);
  const { from, to, days } = monthOf(shown);
  const { query, promotions, hasMore, more } = usePromotionList({ ...filter, from, to });
  return (
    <>
      <div className={classes.head}>
        <IconButton
          icon={ChevronLeft}
          label={t('previousMonth')}
          onClick={() => onMonth(otherMonth(shown, -1))}
        />
        <h2 className={classes.month} aria-live="polite">
          {sayMonth(from, locale)}
        </h2>
        <IconButton
          icon={ChevronRight}
          label={t('nextMonth')}
          onClick={() => onMonth(otherMonth(shown, 1))}
        />
        {month !== undefined && (
          <Button variant="default" onClick={() => onMonth(undefined)}>
            {t('thisMonth')}
          </Button>
        )}
      </div>
      <ListState
        query={query}
        isEmpty={promotions.length === 0}
        empty={{ icon: Tag, title: t('emptyMonth') }}
      >
        <div className={classes.scroll} ref={showToday}>
          <div
            className={classes.grid}
            style={{ '--days': days, '--rows': promotions.length } as CSSProperties}
          >
            {Array.from({ length: days }, (_, index) => (
              <Day key={index} month={shown} date={index + 1} today={today} />
            ))}
            {sortedByStart(promotions).map((promotion, row) => (
              <Bar
                key={promotion.id}
                promotion={promotion}
                row={row + 2}
                month={shown}
                hue={hues.get(promotion.category)}
                isOpen={promotion.id === openId}
                onOpen={() => onOpen(promotion.id)}
              />
            ))}
          </div>
        </div>
        {hasMore && (
          <Button variant="default" className={classes.more} onClick={more}>
            {t('common:more')}
          </Button>
        )}
      </ListState>
    </>
  );
}

function Day({ month, date, today }: { month: string; date: number; today: string }) {
  const day = `${month}-${String(date).padStart(2, '0')}`;
  const weekday = weekdayOf(day);
  return (
    <div
      className={classes.day}
      style={{ gridColumn: date }}
      data-weekend={weekday === 0 || weekday === 6 || undefined}
      data-today={day === today || undefined}
      {...(day === today && { 'aria-current': 'date' })}
    >
      <span>{date}</span>
    </div>
  );
}

/** A phone shows only some days: today is among them. */
function showToday(scroll: HTMLElement | null): void {
  const day = scroll?.querySelector<HTMLElement>('[aria-current=date]');
  if (scroll && day) scroll.scrollLeft = day.offsetLeft - scroll.clientWidth / 2;
}

type BarProps = {
  promotion: PromotionItem;
  row: number;
  month: string;
  hue: number | undefined;
  isOpen: boolean;
  onOpen: () => void;
};

function Bar({ promotion, row, month, hue = 0, isOpen, onOpen }: BarProps) {
  const t = useText('promotions');
  const today = useToday();
  const sayPeriod = useSayPeriod();
  const { first, last, isFromBefore, isGoingOn } = barIn(month, promotion);
  const { days } = monthOf(month);
  const status = shownStatus(promotion, today);
  const said = [promotion.title, promotion.category, sayPeriod(promotion), t(`statuses.${status}`)];
  return (
    <button
      type="button"
      className={marks.bar}
      style={{ gridColumn: `${first} / ${last + 1}`, gridRow: row }}
      data-hue={hue}
      data-status={status}
      data-open={isOpen || undefined}
      data-from-before={isFromBefore || undefined}
      data-going-on={isGoingOn || undefined}
      data-roomy={days - last >= ROOM_DAYS || undefined}
      title={said.join(' · ')}
      aria-label={said.join(', ')}
      onClick={onOpen}
    >
      <span className={classes.label}>
        <StatusIcon status={status} />
        {promotion.title}
      </span>
    </button>
  );
}

function sortedByStart(promotions: readonly PromotionItem[]): PromotionItem[] {
  const startOf = (promotion: PromotionItem) => promotion.startsOn ?? '';
  return promotions.toSorted((a, b) => startOf(a).localeCompare(startOf(b), 'en'));
}
