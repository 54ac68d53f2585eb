import { feed } from '../live/feed.ts';
import { onChangeInput } from '../live/live.schema.ts';
import { router, staffProcedure } from '../trpc.ts';
import { promotionFilters } from './promotions.filters.ts';
import { attachFiles, detachFile, restoreFile } from './promotions.files.ts';
import { getPromotion } from './promotions.get.ts';
import { countPromotions, listPromotions } from './promotions.list.ts';
import { listOverlaps } from './promotions.overlaps.ts';
import {
  attachFilesInput,
  countPromotionsInput,
  createPromotionInput,
  duplicatePromotionInput,
  fileOfPromotionInput,
  listPromotionsInput,
  overlapsInput,
  promotionIdInput,
  removePromotionInput,
  updatePromotionInput,
} from './promotions.schema.ts';
import { createPromotion, duplicatePromotion, updatePromotion } from './promotions.service.ts';
import { removePromotion, restorePromotion } from './promotions.trash.ts';

export const promotionsRouter = router({
  list: staffProcedure
    .input(listPromotionsInput)
    .query(({ ctx, input }) => listPromotions(ctx.deps, input)),
  counts: staffProcedure
    .input(countPromotionsInput)
    .query(({ ctx, input }) => countPromotions(ctx.deps, input)),
  overlaps: staffProcedure
    .input(overlapsInput)
    .query(({ ctx, input }) => listOverlaps(ctx.deps, input)),
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
  restore: staffProcedure
    .input(removePromotionInput)
    .mutation(({ ctx, input }) => restorePromotion(ctx.deps, ctx.viewer, input)),
  attach: staffProcedure
    .input(attachFilesInput)
    .mutation(({ ctx, input }) => attachFiles(ctx.deps, ctx.viewer, input)),
  detach: staffProcedure
    .input(fileOfPromotionInput)
    .mutation(({ ctx, input }) => detachFile(ctx.deps, ctx.viewer, input)),
  restoreFile: staffProcedure
    .input(fileOfPromotionInput)
    .mutation(({ ctx, input }) => restoreFile(ctx.deps, ctx.viewer, input)),
  onChange: staffProcedure
    .input(onChangeInput)
    .subscription(({ ctx, input, signal }) =>
      feed(ctx, { features: ['promotions'], input, signal }),
    ),
});
