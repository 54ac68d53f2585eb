import { Tag } from 'lucide-react';
import { useMemo } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useToday } from '#client/ui/clock.ts';
import { ListState } from '#client/ui/list-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { clashesOf } from './clashes.ts';
import { ClearFilters } from './clear-filters.tsx';
import { MonthHead } from './month-head.tsx';
import { monthOf } from './month-grid.ts';
import { OverlapWarning } from './overlap-warning.tsx';
import { type PromotionFilter, within } from './promotions.search.ts';
import { TimelineGrid } from './timeline-grid.tsx';
import { useWholePromotionList } from './use-promotions.ts';
import { useTimelineChange } from './use-timeline-change.ts';
import classes from './promotion-timeline.module.css';

type Props = {
  filter: PromotionFilter;
  hues: ReadonlyMap<string, number>;
  /** `YYYY-MM`; undefined = this month. */
  month: string | undefined;
  openId: string | null;
  onOpen: (id: string) => void;
  onMonth: (month: string | undefined) => void;
  onClear: () => void;
};

/** A month with a bar per promotion, category by category; bars are moved and pulled to change the days. */
export function PromotionTimeline({ filter, hues, month, openId, onOpen, ...rest }: Props) {
  const { onMonth, onClear } = rest;
  const t = useText('promotions');
  const today = useToday();
  const shown = month ?? today.slice(0, 7);
  const { from, to } = monthOf(shown);
  const { query, promotions } = useWholePromotionList(within(filter, { from, to }));
  const clashes = useMemo(() => clashesOf(promotions), [promotions]);
  const timeline = useTimelineChange(shown);
  const last = promotions.find(({ id }) => id === timeline.lastId);
  const { changing } = timeline;
  return (
    <>
      <MonthHead month={month} onMonth={onMonth} />
      <ListState
        query={query}
        isEmpty={promotions.length === 0 && changing === null}
        empty={
          Object.keys(filter).length === 0
            ? { icon: Tag, title: t('emptyMonth') }
            : {
                icon: Tag,
                title: t('emptyFiltered'),
                action: <ClearFilters onClear={onClear} />,
              }
        }
      >
        {clashes.size > 0 && (
          <p className={classes.clashes}>
            <span className={classes.sample} aria-hidden="true" />
            {t('clashesInMonth', { count: clashes.size })}
          </p>
        )}
        <TimelineGrid
          promotions={promotions}
          clashes={clashes}
          hues={hues}
          month={shown}
          openId={openId}
          timeline={timeline}
          onOpen={onOpen}
        />
        {last !== undefined && (
          <div className={classes.warning}>
            <OverlapWarning
              wanted={{ ...placeOf(last), ...daysOf(changing?.period ?? last), exceptId: last.id }}
            />
          </div>
        )}
        {query.isFetchNextPageError && <Notice tone="bad">{t('monthIncomplete')}</Notice>}
      </ListState>
    </>
  );
}

function placeOf({ category, channels }: { category: string; channels: string[] }) {
  return { category, channels };
}

function daysOf({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) {
  return { startsOn, endsOn };
}
