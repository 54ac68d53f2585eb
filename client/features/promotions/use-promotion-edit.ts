import { useFieldEdit } from '#client/ui/use-field-edit.ts';
import type { PromotionDetail, PromotionPatch } from '#server/promotions/promotions.schema.ts';
import { usePromotionActs } from './use-promotion-acts.ts';

export function usePromotionEdit(promotion: PromotionDetail) {
  const { updatePromotion } = usePromotionActs();
  return useFieldEdit<PromotionDetail, PromotionPatch>({
    place: `promotion:${promotion.id}`,
    thing: promotion,
    update: (patch, since) => updatePromotion(promotion, patch, since),
    patchOf,
  });
}

function patchOf(promotion: PromotionDetail, patch: PromotionPatch): PromotionPatch {
  const fields = Object.keys(patch) as (keyof PromotionPatch)[];
  const valueOf = (field: keyof PromotionPatch) =>
    field === 'stopped' ? promotion.stoppedAt !== null : promotion[field];
  return Object.fromEntries(fields.map((field) => [field, valueOf(field)]));
}
