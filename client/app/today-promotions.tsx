import { Link } from '@tanstack/react-router';
import { Tag } from 'lucide-react';
import { useMemo } from 'react';
import { usePromotionList } from '#client/features/promotions/use-promotions.ts';
import { TodayBlock } from '#client/features/today/today-block.tsx';
import { TodayMark } from '#client/features/today/today-mark.tsx';
import { TodayMore } from '#client/features/today/today-more.tsx';
import { TodayRow } from '#client/features/today/today-row.tsx';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { sayDay } from '#client/ui/say-time.ts';
import type { PromotionItem } from '#server/promotions/promotions.schema.ts';
import { statusOn } from '#server/promotions/promotions.status.schema.ts';
import { addDays } from '#server/seoul.schema.ts';
import { TodayTurns } from './today-turns.tsx';

const SHOWN = 8;

/** What starts today, what ends today or tomorrow, and what else runs. */
export function TodayPromotions({ today }: { today: string }) {
  const t = useText('today');
  const filter = useMemo(() => ({ on: today }), [today]);
  const { query, promotions } = usePromotionList(filter);
  const running = promotions
    .filter((promotion) => statusOn(promotion, today) === 'running')
    .map((promotion) => ({ promotion, turn: turnOf(promotion, today) }))
    .toSorted((a, b) => TURNS.indexOf(a.turn) - TURNS.indexOf(b.turn) || endsFirst(a, b));
  const hidden = running.length - SHOWN;
  return (
    <TodayBlock
      title={t('blocks.promotions')}
      count={running.length}
      nothing={t('nothingRuns')}
      query={query}
      head={<TodayTurns today={today} />}
      more={
        <TodayMore to="/promotions">
          {hidden > 0 ? t('more', { count: hidden }) : t('common:all')}
        </TodayMore>
      }
    >
      {running.slice(0, SHOWN).map(({ promotion, turn }) => (
        <PromotionLine key={promotion.id} promotion={promotion} turn={turn} />
      ))}
    </TodayBlock>
  );
}

const TURNS = ['starts', 'endsToday', 'endsTomorrow', 'runs'] as const;
type Turn = (typeof TURNS)[number];

function turnOf({ startsOn, endsOn }: PromotionItem, today: string): Turn {
  if (startsOn === today) return 'starts';
  if (endsOn === today) return 'endsToday';
  return endsOn === addDays(today, 1) ? 'endsTomorrow' : 'runs';
}

type Running = { promotion: PromotionItem; turn: Turn };

/** What ends sooner comes first; what has no end comes last. */
function endsFirst({ promotion: a }: Running, { promotion: b }: Running): number {
  const [aEnds, bEnds] = [a.endsOn ?? '9999', b.endsOn ?? '9999'];
  return aEnds < bEnds ? -1 : Number(aEnds > bEnds);
}

function PromotionLine({ promotion, turn }: Running) {
  const t = useText('today');
  const locale = useLocale();
  const now = useMinute();
  const { id, title, category, channels, endsOn } = promotion;
  const until =
    endsOn === null ? t('openEnd') : t('until', { day: sayDay(endsOn, { now, locale }) });
  return (
    <TodayRow
      mark={<Tag size={15} strokeWidth={1.75} aria-hidden="true" />}
      title={
        <Link to="/promotions/$promotionId" params={{ promotionId: id }}>
          {title}
        </Link>
      }
      line={[category, ...channels].join(' · ')}
      end={<TodayMark tone={TONES[turn]}>{turn === 'runs' ? until : t(turn)}</TodayMark>}
    />
  );
}

const TONES = { starts: 'good', endsToday: 'soon', endsTomorrow: 'soon', runs: 'plain' } as const;
