// What somebody has begun to write in their rooms, on all their devices: limits, inputs, shapes.
import * as z from 'zod/mini';
import { id, mutationId, optionalText } from '../atoms.schema.ts';
import { MESSAGE_MAX } from './chat.schema.ts';

/** One per room; without text and quote it is as good as none. The data of `draft.changed`, told only to its author. */
export type Draft = {
  roomId: string;
  body: string;
  replyToId: string | null;
  version: number;
  updatedAt: Date;
};

export function isEmptyDraft(draft: Pick<Draft, 'body' | 'replyToId'>): boolean {
  return draft.body === '' && draft.replyToId === null;
}

/** The whole draft; empty after it was sent or taken back. The last one counts. */
export const saveDraftInput = z.object({
  roomId: id,
  body: optionalText(MESSAGE_MAX),
  replyToId: z._default(z.nullable(id), null),
  mutationId,
});

export type SaveDraftInput = z.infer<typeof saveDraftInput>;
