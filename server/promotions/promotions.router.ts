import { feed } from '../live/feed.ts';
import { onChangeInput } from '../live/live.schema.ts';
import { router, staffProcedure } from '../trpc.ts';
import { promotionFilters } from './promotions.filters.ts';
import { getPromotion, listPromotions } from './promotions.list.ts';
import {
  createPromotionInput,
  duplicatePromotionInput,
  listPromotionsInput,
  promotionIdInput,
  removePromotionInput,
  updatePromotionInput,
} from './promotions.schema.ts';
import {
  createPromotion,
  duplicatePromotion,
  removePromotion,
  updatePromotion,
} from './promotions.service.ts';

export const promotionsRouter = router({
  list: staffProcedure
    .input(listPromotionsInput)
    .query(({ ctx, input }) => listPromotions(ctx.deps, input)),
  filters: staffProcedure.query(({ ctx }) => promotionFilters(ctx.deps, ctx.cursor)),
  get: staffProcedure
    .input(promotionIdInput)
    .query(({ ctx, input }) => getPromotion(ctx.deps, input)),
  create: staffProcedure
    .input(createPromotionInput)
    .mutation(({ ctx, input }) => createPromotion(ctx.deps, ctx.viewer, input)),
  update: staffProcedure
    .input(updatePromotionInput)
    .mutation(({ ctx, input }) => updatePromotion(ctx.deps, ctx.viewer, input)),
  duplicate: staffProcedure
    .input(duplicatePromotionInput)
    .mutation(({ ctx, input }) => duplicatePromotion(ctx.deps, ctx.viewer, input)),
  remove: staffProcedure
    .input(removePromotionInput)
    .mutation(({ ctx, input }) => removePromotion(ctx.deps, ctx.viewer, input)),
  onChange: staffProcedure
    .input(onChangeInput)
    .subscription(({ ctx, input, signal }) =>
      feed(ctx, { features: ['promotions'], input, signal }),
    ),
});
