// A bar while it is moved or pulled: shown as it would be, sent only when it is let go or confirmed.
import { useRef, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import type { PromotionItem } from '#server/promotions/promotions.schema.ts';
import { type BarChange, type BarPart, canMove, changedPeriod } from './bar-change.ts';
import type { Period } from './use-promotion-acts.ts';
import { useChangePeriod } from './use-change-period.ts';
import { useSayPeriod } from './use-say-period.ts';

type Changing = { promotion: PromotionItem; period: Period };

export type TimelineChange = ReturnType<typeof useTimelineChange>;

export function useTimelineChange(month: string) {
  const t = useText('promotions');
  const sayPeriod = useSayPeriod();
  const changePeriod = useChangePeriod();
  const [changing, setChanging] = useState<Changing | null>(null);
  /** The same, for a drag that began when it was something else. */
  const held = useRef<Changing | null>(null);
  const [lastId, setLastId] = useState<string | null>(null);
  /** For screen readers. */
  const [said, setSaid] = useState('');

  function keep(next: Changing | null) {
    held.current = next;
    setChanging(next);
  }

  function show(promotion: PromotionItem, period: Period) {
    keep({ promotion, period });
    setLastId(promotion.id);
    setSaid(t('moving', { title: promotion.title, period: sayPeriod(period) }));
  }

  /** The bar is held so far from where it was. */
  function hold(promotion: PromotionItem, change: BarChange) {
    show(promotion, changedPeriod(promotion, change, month));
  }

  /** One key: a day further than it stands now. */
  function step(promotion: PromotionItem, part: BarPart, days: number) {
    if (part === 'move' && !canMove(promotion)) return setSaid(t('cannotMove'));
    const { current } = held;
    const from =
      current?.promotion.id === promotion.id ? current : { promotion, period: promotion };
    show(from.promotion, changedPeriod(from.period, { part, days }, month));
  }

  function confirm() {
    const { current } = held;
    if (current === null) return;
    keep(null);
    setSaid('');
    void changePeriod(current.promotion, current.period);
  }

  function cancel() {
    const { current } = held;
    if (current === null) return;
    keep(null);
    setSaid(t('movedBack', { title: current.promotion.title }));
  }

  return {
    changing,
    lastId,
    said,
    hold,
    step,
    confirm,
    cancel,
  };
}
