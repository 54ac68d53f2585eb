// Reading a room's messages. They are numbered without gaps, so a page is simply a range of numbers.
import { and, asc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { Position, Tx } from '#db/database.ts';
import { messages } from '#db/schema/chat.ts';
import type { Deps } from '../deps.ts';
import type { Viewer } from '../viewer.ts';
import { type MessageRow, previewColumns, toMessage, toPreview } from './chat.row.ts';
import type { Message, MessagePreview, MessagesInput } from './chat.schema.ts';
import { getMyRoom } from './chat.visible.ts';

/**
 * Oldest first. `hasBefore` and `hasAfter`: whether the room has older and newer ones. `nextCursor` is the number to go
 * on from in the direction that was asked for: `after` it for `after`, else `before` it.
 */
export type MessagePage = {
  items: Message[];
  hasBefore: boolean;
  hasAfter: boolean;
  nextCursor: string | null;
  asOf: Position;
};

export function listMessages(
  deps: Deps,
  viewer: Viewer,
  input: MessagesInput,
): Promise<MessagePage> {
  return deps.db.read(async (tx) => {
    const { room } = await getMyRoom(tx, viewer, input.roomId);
    const { from, to } = rangeOf(input, room.lastNo);
    const question = tx.prepared('chat.messages', (q) =>
      q
        .select()
        .from(messages)
        .where(
          and(
            eq(messages.roomId, sql.placeholder('roomId')),
            gte(messages.no, sql`${sql.placeholder('from')}`),
            lte(messages.no, sql`${sql.placeholder('to')}`),
          ),
        )
        .orderBy(asc(messages.no)),
    );
    const rows = await question.execute({ roomId: room.id, from, to });
    const items = await withQuotes(tx, rows);
    const hasBefore = from > 1;
    const hasAfter = to < room.lastNo;
    return {
      items,
      hasBefore,
      hasAfter,
      nextCursor: cursorOf(input, { from, to, hasBefore, hasAfter }),
      asOf: tx.asOf,
    };
  });
}

type Range = { from: number; to: number };

/** Within 1 … lastNo; empty when `to < from`. */
function rangeOf(input: MessagesInput, lastNo: number): Range {
  const { before, after, around, limit } = input;
  if (after !== undefined) return clamped({ from: after + 1, to: after + limit }, lastNo);
  if (around !== undefined) {
    const from = around - Math.floor(limit / 2);
    return clamped({ from, to: from + limit - 1 }, lastNo);
  }
  const to = Math.min(before === undefined ? lastNo : before - 1, lastNo);
  return clamped({ from: to - limit + 1, to }, lastNo);
}

function clamped({ from, to }: Range, lastNo: number): Range {
  return { from: Math.max(from, 1), to: Math.min(to, lastNo) };
}

function cursorOf(
  input: MessagesInput,
  page: Range & { hasBefore: boolean; hasAfter: boolean },
): string | null {
  if (input.after !== undefined) return page.hasAfter ? String(page.to) : null;
  return page.hasBefore ? String(page.from) : null;
}

async function withQuotes(tx: Tx, rows: MessageRow[]): Promise<Message[]> {
  const ids = [...new Set(rows.flatMap((row) => row.replyToId ?? []))];
  const quotes = new Map<string, MessagePreview>();
  if (ids.length > 0) {
    const quoted = await tx.select(previewColumns).from(messages).where(inArray(messages.id, ids));
    for (const row of quoted) quotes.set(row.id, toPreview(row));
  }
  return rows.map((row) =>
    toMessage(row, row.replyToId === null ? null : (quotes.get(row.replyToId) ?? null)),
  );
}
