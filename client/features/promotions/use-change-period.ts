import { useText } from '#client/i18n/use-text.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import type { PromotionItem } from '#server/promotions/promotions.schema.ts';
import { periodPatch } from './bar-change.ts';
import { type Period, usePromotionActs } from './use-promotion-acts.ts';
import { useSayPeriod } from './use-say-period.ts';

/** Other days for a promotion: one small change, and a toast that takes it back. */
export function useChangePeriod() {
  const t = useText('promotions');
  const sayPeriod = useSayPeriod();
  const { updatePromotion } = usePromotionActs();
  return async function changePeriod(promotion: PromotionItem, period: Period): Promise<void> {
    const patch = periodPatch(promotion, period);
    if (Object.keys(patch).length === 0) return;
    try {
      const { item } = await updatePromotion(promotion, patch);
      toastDone(t('moved', { title: promotion.title, period: sayPeriod(period) }), {
        label: t('common:undo'),
        run: () => void changePeriod(item, promotion),
      });
    } catch (error) {
      toastFailed(error);
    }
  };
}
