// A bar while it is moved or pulled: shown as it would be, sent only when it is let go or confirmed.
import { useState } from 'react';
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
  const [lastId, setLastId] = useState<string | null>(null);
  /** For screen readers. */
  const [said, setSaid] = useState('');

  function show(promotion: PromotionItem, period: Period) {
    setChanging({ promotion, period });
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
    const held =
      changing?.promotion.id === promotion.id ? changing : { promotion, period: promotion };
    show(held.promotion, changedPeriod(held.period, { part, days }, month));
  }

  function confirm() {
    if (changing === null) return;
    const { promotion, period } = changing;
    setChanging(null);
    setSaid('');
    void changePeriod(promotion, period);
  }

  function cancel() {
    if (changing === null) return;
    setChanging(null);
    setSaid(t('movedBack', { title: changing.promotion.title }));
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
