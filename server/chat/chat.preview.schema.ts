// A message where it is only hinted at. Said here once, so that a browser makes the same hint of an event as the server
// makes of a row.
import { type MessagePreview, PREVIEW_MAX } from './chat.schema.ts';

export function preview(message: MessagePreview): MessagePreview {
  const { id, no, authorId, createdAt, removedAt } = message;
  const body = removedAt === null ? cut(message.body) : '';
  return { id, no, authorId, body, createdAt, removedAt };
}

/** Never through the middle of a character outside the basic plane: half of one cannot be stored or sent. */
function cut(body: string): string {
  if (body.length <= PREVIEW_MAX) return body;
  const text = body.slice(0, PREVIEW_MAX);
  return text.isWellFormed() ? text : text.slice(0, -1);
}
