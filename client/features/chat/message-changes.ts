// What an event says about a message, and what that does to one that is shown.
import { preview } from '#server/chat/chat.preview.schema.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';

export function isRoomEvent(event: ChangeEvent): boolean {
  return event.feature === 'chat' && event.kind.startsWith('room.');
}

export function messageOf(event: ChangeEvent): Message | null {
  const isMessage = event.feature === 'chat' && event.kind.startsWith('message.');
  return isMessage && event.gone !== true ? (event.data as Message) : null;
}

/**
 * About a message that (or whose quote) is not the viewer's to see, so that only the server can tell what they see of it.
 * Of which room it is, is not said.
 */
export function isHidden(event: ChangeEvent): boolean {
  return event.feature === 'chat' && event.kind.startsWith('message.') && event.gone === true;
}

/** Newer than what is known of it, or of what it answers. */
export function withChange(item: Message, changed: Message): Message {
  if (item.id === changed.id) return item.version < changed.version ? changed : item;
  return item.replyTo?.id === changed.id ? { ...item, replyTo: preview(changed) } : item;
}
