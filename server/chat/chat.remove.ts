// Taking back what one said. That something was said, when and by whom stays; what it was is gone for good.
import { and, eq } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { messageEdits, savedMessages } from '#db/schema/chat.ts';
import { files } from '#db/schema/files.ts';
import type { Deps } from '../deps.ts';
import { forbidden } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import type { RemoveInput } from './chat.message.schema.ts';
import { changeMessage, lockMyMessage, withQuote } from './chat.my-message.ts';
import { NEW_MESSAGE } from './chat.row.ts';
import type { Message } from './chat.schema.ts';

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
    if (message.removedAt !== null) return await withQuote(tx, message);
    await forget(tx, message.id);
    const { version: _version, ...empty } = NEW_MESSAGE;
    const changes = { ...empty, body: '', replyToId: null, removedAt: tx.now };
    const after = await changeMessage(tx, message, { kind: 'message.removed', changes });
    const detail = { roomId: room.id, no: message.no, length: message.body.length };
    tx.audit('message.remove', { kind: 'message', id: message.id }, detail);
    return after;
  });
  return { item: value, asOf };
}

/** What else was kept of it. Its files hang on nothing any more, and are collected as such. */
async function forget(tx: WriteTx, messageId: string): Promise<void> {
  await tx.delete(messageEdits).where(eq(messageEdits.messageId, messageId));
  await tx.delete(savedMessages).where(eq(savedMessages.messageId, messageId));
  await tx
    .update(files)
    .set({ subjectKind: null, subjectId: null })
    .where(and(eq(files.subjectKind, 'message'), eq(files.subjectId, messageId)));
}
