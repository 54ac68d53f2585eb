// Messages for a later moment: limits, inputs, shapes.
import * as z from 'zod/mini';
import { id, instant, mutationId, text } from '../atoms.schema.ts';
import { MENTIONS_MAX, MESSAGE_MAX } from './chat.schema.ts';

/** One person's, all rooms together. */
export const SCHEDULED_MAX = 100;

/** Why a message could not be sent at its time. */
export type ScheduleFailure =
  | 'room_not_found'
  | 'room_archived'
  | 'message_not_found'
  | 'author_inactive'
  | 'id_in_use';

/**
 * Its id becomes the message's. With a `failure` it waits for its author. Also the data of `scheduled.changed`, which is
 * told only to its author, in the room or not, and says `gone` once it was sent or taken back.
 */
export type ScheduledMessage = {
  id: string;
  roomId: string;
  body: string;
  replyToId: string | null;
  mentionIds: string[];
  mentionsAll: boolean;
  sendAt: Date;
  failure: ScheduleFailure | null;
  version: number;
  createdAt: Date;
};

/** The soonest first. */
export function compareScheduled(a: ScheduledMessage, b: ScheduledMessage): number {
  const apart = a.sendAt.getTime() - b.sendAt.getTime();
  if (apart !== 0) return apart;
  return a.id < b.id ? -1 : 1;
}

const mentionIds = z.array(id).check(z.maxLength(MENTIONS_MAX));

/** A time that is over means at once. */
export const scheduleInput = z.object({
  id,
  roomId: id,
  body: text(MESSAGE_MAX),
  replyToId: z._default(z.nullable(id), null),
  mentionIds: z._default(mentionIds, []),
  mentionsAll: z._default(z.boolean(), false),
  sendAt: instant,
  mutationId,
});

/** What is absent stays. After a failure it is tried again. */
export const updateScheduledInput = z.object({
  id,
  version: z.int().check(z.gte(1)),
  body: z.optional(text(MESSAGE_MAX)),
  mentionIds: z.optional(mentionIds),
  mentionsAll: z.optional(z.boolean()),
  sendAt: z.optional(instant),
  mutationId,
});

export const cancelScheduledInput = z.object({ id, mutationId });

export type ScheduleInput = z.infer<typeof scheduleInput>;
export type UpdateScheduledInput = z.infer<typeof updateScheduledInput>;
export type CancelScheduledInput = z.infer<typeof cancelScheduledInput>;
