// A message where it is only hinted at. Said here once, so that a browser makes the same hint of an event as the server
// makes of a row.
import { type Message, type MessagePreview, PREVIEW_MAX } from './chat.schema.ts';

export function preview(
  message: Omit<MessagePreview, 'file'> & Pick<Message, 'files'>,
): MessagePreview {
  const { id, no, authorId, createdAt, removedAt } = message;
  const shown =
    removedAt === null
      ? { body: cut(message.body), file: firstOf(message.files) }
      : { body: '', file: null };
  return { id, no, authorId, ...shown, createdAt, removedAt };
}

/** What a hint says of the files that came along. */
export function firstOf([first]: Message['files']): MessagePreview['file'] {
  return first === undefined ? null : { name: first.name, type: first.type };
}

/** Never through the middle of a character outside the basic plane: half of one cannot be stored or sent. */
export function cut(body: string): string {
  if (body.length <= PREVIEW_MAX) return body;
  const text = body.slice(0, PREVIEW_MAX);
  return text.isWellFormed() ? text : text.slice(0, -1);
}
