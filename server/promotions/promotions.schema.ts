// Promotions on the wire: limits, inputs, shapes.
import * as z from 'zod/mini';
import { cursor, day, id, limit, mutationId, optionalText, text } from '../atoms.schema.ts';

export const PROMOTION_TITLE_MAX = 200;
export const PROMOTION_BODY_MAX = 4_000;
export const PROMOTION_CATEGORY_MAX = 40;
export const PROMOTION_CHANNEL_MAX = 40;
export const PROMOTION_CHANNELS_MAX = 20;

export const PROMOTION_STATUSES = ['scheduled', 'running', 'ended', 'stopped'] as const;
export type PromotionStatus = (typeof PROMOTION_STATUSES)[number];

/** What the counts beside the filters are made of. */
export type PromotionFacts = {
  category: string;
  channels: string[];
  /** Both days are inclusive Seoul days; null = open. */
  startsOn: string | null;
  endsOn: string | null;
  stoppedAt: Date | null;
};

export type PromotionItem = PromotionFacts & {
  id: string;
  title: string;
  body: string;
  /** Who is in charge of it; at first whoever wrote it. */
  ownerId: string;
  /** Who wrote it. */
  creatorId: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

/** `promotion.*` events carry the item and what its facts were before; null for a new one. */
export type PromotionEventData = PromotionItem & { was: PromotionFacts | null };

export type FilterCount = { name: string; count: number };

/** All promotions, counted; `statuses` as of the Seoul day `day`. Names in the order of their characters. */
export type PromotionFilters = {
  day: string;
  categories: FilterCount[];
  channels: FilterCount[];
  statuses: Record<PromotionStatus, number>;
};

const status = z.enum(PROMOTION_STATUSES, {
  error: `must be one of ${PROMOTION_STATUSES.join(', ')}`,
});
const category = text(PROMOTION_CATEGORY_MAX);
const channel = text(PROMOTION_CHANNEL_MAX);
const channels = z.array(channel).check(
  z.maxLength(PROMOTION_CHANNELS_MAX, { error: `must be at most ${PROMOTION_CHANNELS_MAX}` }),
  z.overwrite((names) => [...new Set(names)]),
);

/** `on`: running on that day. `from`, `to`: its days and these have one in common. `status`: as of today. */
export const listPromotionsInput = z._default(
  z.object({
    category: z.optional(category),
    channel: z.optional(channel),
    on: z.optional(day),
    from: z.optional(day),
    to: z.optional(day),
    status: z.optional(status),
    text: z.optional(text(PROMOTION_TITLE_MAX)),
    cursor,
    limit,
  }),
  { limit: 50 },
);

export const promotionIdInput = z.object({ id });

export const createPromotionInput = z.object({
  id,
  title: text(PROMOTION_TITLE_MAX),
  body: z._default(optionalText(PROMOTION_BODY_MAX), ''),
  category,
  channels: z._default(channels, []),
  startsOn: z._default(z.nullable(day), null),
  endsOn: z._default(z.nullable(day), null),
  mutationId,
});

/** `stopped` stops it by hand, whatever its days say, or lets the days decide again. */
const promotionPatch = z
  .object({
    title: z.optional(text(PROMOTION_TITLE_MAX)),
    body: z.optional(optionalText(PROMOTION_BODY_MAX)),
    category: z.optional(category),
    channels: z.optional(channels),
    startsOn: z.optional(z.nullable(day)),
    endsOn: z.optional(z.nullable(day)),
    ownerId: z.optional(id),
    stopped: z.optional(z.boolean()),
  })
  .check(z.refine((patch) => Object.keys(patch).length > 0, { error: 'must change something' }));

/** `version` is that of the row the patch was made from: a field somebody else changed since then is a conflict. */
export const updatePromotionInput = z.object({
  id,
  version: z.int().check(z.gte(1)),
  patch: promotionPatch,
  mutationId,
});

/** A new promotion like the old one, with days of its own. */
export const duplicatePromotionInput = z.object({
  id,
  newId: id,
  startsOn: z.nullable(day),
  endsOn: z.nullable(day),
  mutationId,
});

export const removePromotionInput = z.object({ id, mutationId });

export type ListPromotionsInput = z.infer<typeof listPromotionsInput>;
export type CreatePromotionInput = z.infer<typeof createPromotionInput>;
export type PromotionPatch = z.infer<typeof promotionPatch>;
export type UpdatePromotionInput = z.infer<typeof updatePromotionInput>;
export type DuplicatePromotionInput = z.infer<typeof duplicatePromotionInput>;
export type RemovePromotionInput = z.infer<typeof removePromotionInput>;
