// Changing what one said. The old text is kept, and shown to whoever may see the message; nobody's unread number or badge
// changes.
import { and, asc, desc, eq, gte } from 'drizzle-orm';
import type { Position, Tx } from '#db/database.ts';
import { messageEdits } from '#db/schema/chat.ts';
import type { Deps } from '../deps.ts';
import { badRequest, conflict, forbidden } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import {
  type EarlierText,
  type EditInput,
  HISTORY_MAX,
  type MessageIdInput,
} from './chat.message.schema.ts';
import {
  changeMessage,
  getMyMessage,
  lockMyMessage,
  refuseUnless,
  withQuote,
} from './chat.my-message.ts';
import { messageAbilities, saysThemselves } from './chat.policy.ts';
import type { MessageRow } from './chat.row.ts';
import type { Message } from './chat.schema.ts';
import { membersAmong } from './chat.send.ts';

/** A text that was changed to another one since `version` is a CONFLICT with the message as it is now. */
export async function editMessage(
  deps: Deps,
  viewer: Viewer,
  input: EditInput,
): Promise<{ item: Message; asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { value, asOf } = await deps.db.write(act, async (tx) => {
    const mine = await lockMyMessage(tx, viewer, input.id);
    const { message, room } = mine;
    const { body } = input;
    if (!saysThemselves(viewer, message)) throw forbidden('message_not_yours');
    refuseUnless(messageAbilities(viewer, message, room).edit, mine);
    if (body === '' && message.files.length === 0)
      throw badRequest('message_empty', { body: ['must not be empty'] });
    if (body === message.body) return await withQuote(tx, message);
    const base = await textReplacedSince(tx, message, input.version);
    if (base === body) return await withQuote(tx, message);
    if (base !== null) throw conflict('field_conflict', await withQuote(tx, message));
    const { id, version } = message;
    await tx
      .insert(messageEdits)
      .values({ messageId: id, version, body: message.body, replacedAt: tx.now });
    const mentionIds =
      input.mentionIds === undefined
        ? message.mentionIds
        : await membersAmong(tx, room.id, input.mentionIds);
    // Whom something urgent called, it goes on calling: its words may not say so.
    const calledAll = message.isUrgent && message.mentionsAll;
    const mentionsAll = (input.mentionsAll ?? message.mentionsAll) || calledAll;
    const changes = { body, mentionIds, mentionsAll, editedAt: tx.now };
    const after = await changeMessage(tx, message, { kind: 'message.edited', changes });
    const lengths = { lengthBefore: message.body.length, length: body.length };
    tx.audit(
      'message.edit',
      { kind: 'message', id },
      { roomId: room.id, no: message.no, ...lengths },
    );
    return after;
  });
  return { item: value, asOf };
}

/** What it said as `version`, if it says something else now; other changes (a reaction, a pin) raise versions too. */
async function textReplacedSince(
  tx: Tx,
  { id }: MessageRow,
  version: number,
): Promise<string | null> {
  const [replaced] = await tx
    .select({ body: messageEdits.body })
    .from(messageEdits)
    .where(and(eq(messageEdits.messageId, id), gte(messageEdits.version, version)))
    .orderBy(asc(messageEdits.version))
    .limit(1);
  return replaced?.body ?? null;
}

/** The latest HISTORY_MAX of its earlier texts, oldest first. */
export function listHistory(
  deps: Deps,
  viewer: Viewer,
  input: MessageIdInput,
): Promise<{ items: EarlierText[]; asOf: Position }> {
  return deps.db.read(async (tx) => {
    const { message } = await getMyMessage(tx, viewer, input.id);
    const latest = await tx
      .select({
        version: messageEdits.version,
        body: messageEdits.body,
        replacedAt: messageEdits.replacedAt,
      })
      .from(messageEdits)
      .where(eq(messageEdits.messageId, message.id))
      .orderBy(desc(messageEdits.version))
      .limit(HISTORY_MAX);
    return { items: latest.toReversed(), asOf: tx.asOf };
  });
}
