// Saying again in another room what was said in one. It is a message like any other, with its own number and its own copies
// of the files' rows (the bytes lie there once), so that the rights of each file follow the message it hangs on.
import { and, eq, inArray } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { insertedOrFound } from '#db/inserted-or-found.ts';
import { files } from '#db/schema/files.ts';
import type { Deps } from '../deps.ts';
import { newId } from '../new-id.ts';
import type { Viewer } from '../viewer.ts';
import type { ForwardInput } from './chat.message.schema.ts';
import { getMyMessage, refuseUnless } from './chat.my-message.ts';
import { messageAbilities } from './chat.policy.ts';
import type { MessageRow } from './chat.row.ts';
import type { Message } from './chat.schema.ts';
import { post } from './chat.send.ts';

/** Of what was forwarded to here, who said it first stays known. A retry returns what was forwarded, whatever became of it. */
export async function forwardMessage(
  deps: Deps,
  viewer: Viewer,
  input: ForwardInput,
): Promise<{ item: Message; asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { id, roomId } = input;
  const say = async (tx: WriteTx) => {
    const mine = await getMyMessage(tx, viewer, input.messageId);
    const { message } = mine;
    refuseUnless(messageAbilities(viewer, message, mine.room).forward, mine);
    tx.audit('message.forward', { kind: 'message', id }, { messageId: message.id });
    return {
      body: message.body,
      replyTo: null,
      mentionIds: [],
      mentionsAll: false,
      files: await copyFiles(tx, message, { ownerId: viewer.id, subjectId: id }),
      forwardedFromId: message.forwardedFromId ?? message.authorId,
    };
  };
  const forward = () =>
    deps.db.write(act, (tx) => post(tx, viewer, { id, roomId, say: () => say(tx) }));
  const { value, asOf } = await insertedOrFound(forward);
  return { item: value, asOf };
}

type Copy = { ownerId: string; subjectId: string };

async function copyFiles(
  tx: WriteTx,
  source: MessageRow,
  { ownerId, subjectId }: Copy,
): Promise<MessageRow['files']> {
  if (source.files.length === 0) return [];
  const ids = source.files.map((file) => file.id);
  const rows = await tx
    .select()
    .from(files)
    .where(and(inArray(files.id, ids), eq(files.subjectId, source.id)));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const copies = source.files.flatMap((file) => {
    const row = rowOf.get(file.id);
    return row === undefined ? [] : [{ row: { ...row, id: newId() }, file }];
  });
  const hang = { ownerId, subjectKind: 'message', subjectId, createdAt: tx.now };
  if (copies.length > 0)
    await tx.insert(files).values(copies.map(({ row }) => ({ ...row, ...hang })));
  return copies.map(({ row, file }) => ({ ...file, id: row.id }));
}
