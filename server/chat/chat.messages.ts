// Reading a room's messages. They are numbered without gaps, so a page is simply a range of numbers.
import { and, asc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { Position, Tx } from '#db/database.ts';
import { messages } from '#db/schema/chat.ts';
import type { Deps } from '../deps.ts';
import type { Viewer } from '../viewer.ts';
import { type MessageRow, previewColumns, toMessage, toPreview } from './chat.row.ts';
import { endsOf, type PageEnds } from './chat.page.schema.ts';
import {
  type Message,
  type MessagePlace,
  type MessagePreview,
  type MessagesInput,
  placeOf,
} from './chat.schema.ts';
import { getMyRoom } from './chat.visible.ts';

/** Oldest first. */
export type MessagePage = PageEnds & { items: Message[]; asOf: Position };

export function listMessages(
  deps: Deps,
  viewer: Viewer,
  input: MessagesInput,
): Promise<MessagePage> {
  return deps.db.read(async (tx) => {
    const { room } = await getMyRoom(tx, viewer, input.roomId);
    const place = placeOf(input);
    const { from, to } = rangeOf(place, input.limit, room.lastNo);
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
    return { items, ...endsOf(items, place, room.lastNo), asOf: tx.asOf };
  });
}

type Range = { from: number; to: number };

/** Within 1 … lastNo; empty when `to < from`. */
function rangeOf(place: MessagePlace, limit: number, lastNo: number): Range {
  switch (place.at) {
    case 'end':
      return clamped({ from: lastNo - limit + 1, to: lastNo }, lastNo);
    case 'before':
      return clamped(
        { from: Math.min(place.no - 1, lastNo) - limit + 1, to: place.no - 1 },
        lastNo,
      );
    case 'after':
      return clamped({ from: place.no + 1, to: place.no + limit }, lastNo);
    case 'around': {
      const from = place.no - Math.floor(limit / 2);
      return clamped({ from, to: from + limit - 1 }, lastNo);
    }
  }
}

function clamped({ from, to }: Range, lastNo: number): Range {
  return { from: Math.max(from, 1), to: Math.min(to, lastNo) };
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
