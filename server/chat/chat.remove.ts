// Taking back what one said. That something was said, when and by whom stays; what it was is gone for good.
import { eq } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { messageEdits, savedMessages } from '#db/schema/chat.ts';
import type { Deps } from '../deps.ts';
import { forbidden } from '../errors.ts';
import { removeFilesOf } from '../files/files.claim.ts';
import { dropSoon } from '../files/files.collect.ts';
import { dropMessageNotices } from '../notifications/notifications.drop.ts';
import type { Viewer } from '../viewer.ts';
import type { RemoveInput } from './chat.message.schema.ts';
import { changeMessage, lockMyMessage, withQuote } from './chat.my-message.ts';
import { NEW_MESSAGE } from './chat.row.ts';
import type { Message } from './chat.schema.ts';
import { memberIdsOf } from './chat.visible.ts';

/** Also in an archived room. One that is removed already stays as it is. */
export async function removeMessage(
  deps: Deps,
  viewer: Viewer,
  input: RemoveInput,
): Promise<{ item: Message; asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { value, asOf } = await deps.db.write(act, async (tx) => {
    const { message, room } = await lockMyMessage(tx, viewer, input.id);
    if (message.authorId !== viewer.id) throw forbidden('message_not_yours');
    if (message.removedAt !== null) return { item: await withQuote(tx, message), contents: [] };
    const contents = await forget(tx, message.id);
    const { version: _version, ...empty } = NEW_MESSAGE;
    const changes = { ...empty, body: '', replyToId: null, removedAt: tx.now };
    const after = await changeMessage(tx, message, { kind: 'message.removed', changes });
    await dropMessageNotices(tx, message, await memberIdsOf(tx, room.id));
    const detail = { roomId: room.id, no: message.no, length: message.body.length };
    tx.audit('message.remove', { kind: 'message', id: message.id }, detail);
    return { item: after, contents };
  });
  await dropSoon(deps, value.contents);
  return { item: value.item, asOf };
}

/** What else was kept of it; returns the contents of its files. */
async function forget(tx: WriteTx, messageId: string): Promise<string[]> {
  await tx.delete(messageEdits).where(eq(messageEdits.messageId, messageId));
  await tx.delete(savedMessages).where(eq(savedMessages.messageId, messageId));
  return await removeFilesOf(tx, { kind: 'message', ids: [messageId] });
}
