import type { MessagePreview } from '#server/chat/chat.schema.ts';
import type { AttachedFile } from '#server/files/files.schema.ts';

/** A message as it was written, before it has a number. */
export type Outgoing = {
  roomId: string;
  body: string;
  replyToId: string | null;
  /** What it answers, as far as it is known here: only for show. */
  replyTo: MessagePreview | null;
  mentionIds: string[];
  mentionsAll: boolean;
  isUrgent: boolean;
  files: AttachedFile[];
};

/** What one writes in a room: everything but where. */
export type Written = Omit<Outgoing, 'roomId'>;
