// Promotions on the wire: limits, inputs, shapes.
import * as z from 'zod/mini';
import { cursor, day, id, limit, mutationId, optionalText, text } from '../atoms.schema.ts';
import { type AttachedFile, FILES_MAX } from '../files/files.schema.ts';

export const PROMOTION_TITLE_MAX = 200;
export const PROMOTION_BODY_MAX = 4_000;
export const PROMOTION_RESULT_MAX = 4_000;
/** Pictures and other files on one promotion. */
export const PROMOTION_FILES_MAX = 30;
/** So many of those that get in each other's way are named. */
export const PROMOTION_OVERLAPS_MAX = 20;
/** Filters that are counted in one question. */
export const PROMOTION_COUNTS_MAX = 20;
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

/** What lists leave out, so that they stay light. */
type PromotionLongParts = {
  /** What it brought, written afterwards. */
  resultNote: string;
  /** Pictures first hung up first. */
  files: AttachedFile[];
};
export type PromotionDetail = PromotionItem & PromotionLongParts;

/**
 * `promotion.*` events carry the item, the long parts that changed, and what its facts were before; null for one that
 * was not there.
 */
export type PromotionEventData = PromotionItem &
  Partial<PromotionLongParts> & { was: PromotionFacts | null };

export type FilterCount = { name: string; count: number };

/** All promotions, counted; `statuses` as of the Seoul day `day`. Names in the order of their characters. */
export type PromotionFilters = {
  day: string;
  categories: FilterCount[];
  channels: FilterCount[];
  statuses: Record<PromotionStatus, number>;
  /** Of those that run: the ones with few days left. */
  endingSoon: number;
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

/**
 * `on`: running on that day. `from`, `to`: its days and these have one in common. `startsOn`, `endsOn`: exactly those.
 * `status`, `endingSoon`: as of today.
 */
const promotionFilter = z.object({
  category: z.optional(category),
  channel: z.optional(channel),
  on: z.optional(day),
  from: z.optional(day),
  to: z.optional(day),
  startsOn: z.optional(day),
  endsOn: z.optional(day),
  status: z.optional(status),
  endingSoon: z.optional(z.boolean()),
  text: z.optional(text(PROMOTION_TITLE_MAX)),
});

export const listPromotionsInput = z._default(z.extend(promotionFilter, { cursor, limit }), {
  limit: 50,
});

/** How many promotions each of the filters finds. */
export const countPromotionsInput = z.object({
  filters: z.array(promotionFilter).check(z.maxLength(PROMOTION_COUNTS_MAX)),
});

/** Days and places that somebody thinks of; `exceptId` is the promotion they are for. */
export const overlapsInput = z.object({
  category,
  channels,
  startsOn: z.nullable(day),
  endsOn: z.nullable(day),
  exceptId: z.optional(id),
});

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
    resultNote: z.optional(optionalText(PROMOTION_RESULT_MAX)),
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

/** Files of the sender's own that hang nowhere yet. */
export const attachFilesInput = z.object({
  id,
  fileIds: z.array(id).check(z.minLength(1), z.maxLength(FILES_MAX)),
  mutationId,
});
/** One that hangs there, or one that was taken off. */
export const fileOfPromotionInput = z.object({ id, fileId: id, mutationId });

export type ListPromotionsInput = z.infer<typeof listPromotionsInput>;
export type CreatePromotionInput = z.infer<typeof createPromotionInput>;
export type PromotionPatch = z.infer<typeof promotionPatch>;
export type UpdatePromotionInput = z.infer<typeof updatePromotionInput>;
export type DuplicatePromotionInput = z.infer<typeof duplicatePromotionInput>;
export type RemovePromotionInput = z.infer<typeof removePromotionInput>;
export type PromotionFilter = z.infer<typeof promotionFilter>;
export type CountPromotionsInput = z.infer<typeof countPromotionsInput>;
export type OverlapsInput = z.infer<typeof overlapsInput>;
export type AttachFilesInput = z.infer<typeof attachFilesInput>;
export type FileOfPromotionInput = z.infer<typeof fileOfPromotionInput>;
