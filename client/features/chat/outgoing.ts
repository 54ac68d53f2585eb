import type { MessagePreview } from '#server/chat/chat.schema.ts';
import type { AttachedFile } from '#server/files/files.schema.ts';

/** A message as it was written, before it has a number. */
export type Outgoing = {
  roomId: string;
  body: string;
  /** What it answers; dates are only for show, and may be missing after a reload. */
  replyTo: MessagePreview | null;
  mentionIds: string[];
  mentionsAll: boolean;
  files: AttachedFile[];
};

/** What one writes in a room: everything but where. */
export type Written = Omit<Outgoing, 'roomId'>;
