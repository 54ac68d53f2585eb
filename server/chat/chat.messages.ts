// Reading a room's messages. They are numbered without gaps, so a page is simply a range of numbers.
import { and, asc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { Position, Tx } from '#db/database.ts';
import { messages } from '#db/schema/chat.ts';
import type { Deps } from '../deps.ts';
import type { Viewer } from '../viewer.ts';
import { type MessageRow, previewColumns, seenFrom, toMessage, toPreview } from './chat.row.ts';
import { endsOf, type PageEnds, type Seen } from './chat.page.schema.ts';
import {
  type Message,
  type MessagePlace,
  type MessagePreview,
  type MessagesInput,
  placeOf,
} from './chat.schema.ts';
import { getMyRoom } from './chat.visible.ts';

/** Oldest first. `firstNo`: the first message that is the viewer's to see. */
export type MessagePage = PageEnds & { items: Message[]; firstNo: number; asOf: Position };

export function listMessages(
  deps: Deps,
  viewer: Viewer,
  input: MessagesInput,
): Promise<MessagePage> {
  return deps.db.read(async (tx) => {
    const { room, me } = await getMyRoom(tx, viewer, input.roomId);
    const place = placeOf(input);
    const seen = { firstNo: me.seesFromNo, lastNo: room.lastNo };
    const { from, to } = rangeOf(place, input.limit, seen);
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
    const items = (await withQuotes(tx, rows)).map((item) => seenFrom(seen.firstNo, item));
    return { items, ...endsOf(items, place, seen), firstNo: seen.firstNo, asOf: tx.asOf };
  });
}

type Range = { from: number; to: number };

/** Within what is seen; empty when `to < from`. */
function rangeOf(place: MessagePlace, limit: number, seen: Seen): Range {
  const { from, to } = wishedRange(place, limit, seen);
  return { from: Math.max(from, seen.firstNo), to: Math.min(to, seen.lastNo) };
}

function wishedRange(place: MessagePlace, limit: number, { firstNo, lastNo }: Seen): Range {
  switch (place.at) {
    case 'end':
      return { from: lastNo - limit + 1, to: lastNo };
    case 'before':
      return { from: Math.min(place.no - 1, lastNo) - limit + 1, to: place.no - 1 };
    case 'after': {
      const from = Math.max(place.no + 1, firstNo);
      return { from, to: from + limit - 1 };
    }
    case 'around': {
      const from = place.no - Math.floor(limit / 2);
      return { from, to: from + limit - 1 };
    }
  }
}

export async function withQuotes(tx: Tx, rows: MessageRow[]): Promise<Message[]> {
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
