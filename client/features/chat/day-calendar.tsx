import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { Failure } from '#client/ui/failure.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { daysOfMonth, otherMonth } from '#client/ui/month.ts';
import { sayFullDay, sayMonth, sayWeekdays } from '#client/ui/say-time.ts';
import { weekdayOf } from '#client/ui/seoul.ts';
import classes from './day-jump.module.css';

type Props = {
  roomId: string;
  /** Where one is. */
  day: string;
  /** The first message of the chosen day. */
  onChoose: (no: number) => void;
};

/** A month; only days on which something was said can be chosen. */
export function DayCalendar({ roomId, day, onChoose }: Props) {
  const t = useText('chat');
  const locale = useLocale();
  const [month, setMonth] = useState(day.slice(0, 7));
  const query = trpc.chat.days.useQuery({ roomId, month });
  const firstNos = new Map(query.data?.items.map((item) => [item.day, item.no]));
  const days = daysOfMonth(month);
  return (
    <div>
      <div className={classes.head}>
        <IconButton
          icon={ChevronLeft}
          label={t('monthBefore')}
          onClick={() => setMonth(otherMonth(month, -1))}
        />
        <span aria-live="polite">{sayMonth(`${month}-01`, locale)}</span>
        <IconButton
          icon={ChevronRight}
          label={t('monthAfter')}
          onClick={() => setMonth(otherMonth(month, 1))}
        />
      </div>
      {query.error !== null && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrows go from button to button */}
      <div className={classes.grid} aria-busy={query.isPending} onKeyDown={moveByArrows}>
        {sayWeekdays(locale).map((name) => (
          <span key={name} className={classes.weekday} aria-hidden="true">
            {name}
          </span>
        ))}
        {days.map((each, at) => {
          const no = firstNos.get(each);
          return (
            <button
              key={each}
              type="button"
              className={classes.date}
              style={at === 0 ? { gridColumnStart: weekdayOf(each) + 1 } : undefined}
              disabled={no === undefined}
              aria-label={sayFullDay(each, locale)}
              aria-current={each === day ? 'date' : undefined}
              onClick={() => no !== undefined && onChoose(no)}
            >
              {Number(each.slice(8))}
            </button>
          );
        })}
      </div>
    </div>
  );
}

const STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/** To the next day that can be chosen in that direction. */
function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const step = STEPS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const dates = [...event.currentTarget.querySelectorAll('button')];
  let at = dates.findIndex((date) => date === document.activeElement) + step;
  while (dates[at]?.disabled === true) at += Math.sign(step);
  dates[at]?.focus();
}
