// What is done with one message: limits, inputs, shapes.
import * as z from 'zod/mini';
import { cursor, id, limit, mutationId, optionalText } from '../atoms.schema.ts';
import { asEmoji } from './chat.emoji.schema.ts';
import { MENTIONS_MAX, type Message, MESSAGE_MAX } from './chat.schema.ts';

/** Different ones on one message. */
export const REACTIONS_MAX = 20;
/** In one room. */
export const PINS_MAX = 50;
/** How many of its earlier texts a message shows, the latest ones. */
export const HISTORY_MAX = 100;

/** What a message said as `version`, until `replacedAt`. */
export type EarlierText = { version: number; body: string; replacedAt: Date };
export type SavedItem = { message: Message; savedAt: Date };
/** `at` null: it counts as read since they came back, without their having seen it. */
export type Reader = { userId: string; at: Date | null };

/** Who has read it, first ones first; those of whom it is not known when come last. */
export function compareReaders(a: Reader, b: Reader): number {
  const apart = (a.at?.getTime() ?? Infinity) - (b.at?.getTime() ?? Infinity);
  if (apart !== 0 && !Number.isNaN(apart)) return apart;
  return a.userId < b.userId ? -1 : 1;
}

const emoji = z.string({ error: 'must be an emoji' }).check(
  z.refine((value) => asEmoji(value) !== null, { error: 'must be one emoji', abort: true }),
  z.overwrite((value) => asEmoji(value) ?? value),
);

export const messageIdInput = z.object({ id });

/** `version` is that of the message the text was made from. Absent mentions stay as they are. */
export const editInput = z.object({
  id,
  version: z.int().check(z.gte(1)),
  body: optionalText(MESSAGE_MAX),
  mentionIds: z.optional(z.array(id).check(z.maxLength(MENTIONS_MAX))),
  mentionsAll: z.optional(z.boolean()),
  mutationId,
});
export const removeInput = z.object({ id, mutationId });
export const reactInput = z.object({ id, emoji, on: z.boolean(), mutationId });
export const pinInput = z.object({ id, on: z.boolean(), mutationId });
export const pinnedInput = z.object({ roomId: id });
export const forwardInput = z.object({ id, messageId: id, roomId: id, mutationId });
export const saveInput = z.object({ messageId: id, on: z.boolean(), mutationId });
export const savedInput = z._default(z.object({ cursor, limit }), { limit: 50 });
export const markUnreadInput = z.object({
  roomId: id,
  no: z.int({ error: 'must be a whole number' }).check(z.gte(1), z.lte(Number.MAX_SAFE_INTEGER)),
  mutationId,
});
export const readersInput = z.object({ messageId: id });

export type MessageIdInput = z.infer<typeof messageIdInput>;
export type EditInput = z.infer<typeof editInput>;
export type RemoveInput = z.infer<typeof removeInput>;
export type ReactInput = z.infer<typeof reactInput>;
export type PinInput = z.infer<typeof pinInput>;
export type PinnedInput = z.infer<typeof pinnedInput>;
export type ForwardInput = z.infer<typeof forwardInput>;
export type SaveInput = z.infer<typeof saveInput>;
export type SavedInput = z.infer<typeof savedInput>;
export type MarkUnreadInput = z.infer<typeof markUnreadInput>;
export type ReadersInput = z.infer<typeof readersInput>;
