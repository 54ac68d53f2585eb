// Who has read a message and when, and who has not: the same people whom its unread number counts.
import { and, eq, gte, sql } from 'drizzle-orm';
import type { Position, ReadTx } from '#db/database.ts';
import { reads, roomMembers } from '#db/schema/chat.ts';
import type { Deps } from '../deps.ts';
import type { Viewer } from '../viewer.ts';
import { compareReaders, type Reader, type ReadersInput } from './chat.message.schema.ts';
import { getMyMessage, type MyMessage } from './chat.my-message.ts';
import { UNREAD_NUMBER_MEMBERS_MAX } from './chat.schema.ts';
import { membersOf } from './chat.visible.ts';

/**
 * `read`: the first one first. Both lists are empty in rooms of more than UNREAD_NUMBER_MEMBERS_MAX, where nobody counts
 * who has not read. `roomId` and `no` are the message's.
 */
export type Readers = { roomId: string; no: number; read: Reader[]; unread: string[] };

export function listReaders(
  deps: Deps,
  viewer: Viewer,
  input: ReadersInput,
): Promise<Readers & { asOf: Position }> {
  return deps.db.read(async (tx) => {
    const mine = await getMyMessage(tx, viewer, input.messageId);
    const { roomId, no, authorId } = mine.message;
    const members = await membersOf(tx, roomId);
    const isCounted = members.length <= UNREAD_NUMBER_MEMBERS_MAX;
    const counted = members.filter(
      (member) => isCounted && member.userId !== authorId && member.joinedNo <= no,
    );
    const readAt = isCounted ? await readTimes(tx, mine) : new Map<string, Date>();
    const read = counted
      .filter((member) => member.readNo >= no)
      .map(({ userId }): Reader => ({ userId, at: readAt.get(userId) ?? null }))
      .toSorted(compareReaders);
    const unread = counted.filter((member) => member.readNo < no).map(({ userId }) => userId);
    return { roomId, no, read, unread, asOf: tx.asOf };
  });
}

/** When each member's mark first reached it: one look into the index for each. */
async function readTimes(tx: ReadTx, { message }: MyMessage): Promise<Map<string, Date>> {
  const question = tx.prepared('chat.read_times', (q) => {
    const reached = q
      .select({ upToNo: sql`min(${reads.upToNo})` })
      .from(reads)
      .where(
        and(
          eq(reads.roomId, roomMembers.roomId),
          eq(reads.userId, roomMembers.userId),
          gte(reads.upToNo, sql`${sql.placeholder('no')}`),
        ),
      );
    return q
      .select({ userId: reads.userId, at: reads.at })
      .from(roomMembers)
      .innerJoin(
        reads,
        and(
          eq(reads.roomId, roomMembers.roomId),
          eq(reads.userId, roomMembers.userId),
          sql`${reads.upToNo} = (${reached})`,
        ),
      )
      .where(eq(roomMembers.roomId, sql.placeholder('roomId')));
  });
  const rows = await question.execute({ roomId: message.roomId, no: message.no });
  return new Map(rows.map(({ userId, at }) => [userId, at]));
}
