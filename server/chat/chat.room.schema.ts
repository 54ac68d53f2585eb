// What is done with a room as a whole, and with one's own place in it: limits and inputs.
import * as z from 'zod/mini';
import { id, mutationId, optionalText, text } from '../atoms.schema.ts';
import { type Notify, ROOM_TITLE_MAX, type RoomEventData } from './chat.schema.ts';

export const ROOM_DESCRIPTION_MAX = 1_000;

/** What those who join from now on may read. */
export const HISTORIES = ['all', 'joined'] as const satisfies RoomEventData['history'][];
/** Which messages tell one so. */
export const NOTIFIES = ['all', 'mentions', 'nothing'] as const satisfies Notify[];

/** What is left out stays. A title of null: named after the people in it (or its team). */
export const updateRoomInput = z.object({
  roomId: id,
  title: z.optional(z.nullable(text(ROOM_TITLE_MAX))),
  description: z.optional(z.nullable(optionalText(ROOM_DESCRIPTION_MAX))),
  pictureId: z.optional(z.nullable(id)),
  history: z.optional(z.enum(HISTORIES, { error: `must be one of ${HISTORIES.join(', ')}` })),
  archived: z.optional(z.boolean()),
  mutationId,
});
export const removeMemberInput = z.object({ roomId: id, userId: id, mutationId });
export const setManagerInput = z.object({
  roomId: id,
  userId: id,
  isManager: z.boolean(),
  mutationId,
});
/** What is left out stays. */
export const setMineInput = z.object({
  roomId: id,
  muted: z.optional(z.boolean()),
  pinned: z.optional(z.boolean()),
  notify: z.optional(z.enum(NOTIFIES, { error: `must be one of ${NOTIFIES.join(', ')}` })),
  mutationId,
});

export type UpdateRoomInput = z.infer<typeof updateRoomInput>;
export type RemoveMemberInput = z.infer<typeof removeMemberInput>;
export type SetManagerInput = z.infer<typeof setManagerInput>;
export type SetMineInput = z.infer<typeof setMineInput>;
