// From messages to what stands on the screen: days, the line up to which one has read, and who said how much in one go.
import type { Message } from '#server/chat/chat.schema.ts';
import { seoulDay } from '#server/seoul.schema.ts';
import type { Unsent } from './outbox.ts';

export type MessageRow = {
  id: string;
  authorId: string;
  body: string;
  at: Date;
  /** Null while it is on its way. */
  message: Message | null;
  unsent: Unsent | null;
  /** The day that begins with it. */
  day: string | null;
  /** One has read up to here: the line stands above it. */
  isAfterLine: boolean;
  /** The first and the last of what one person said within a minute. */
  isFirst: boolean;
  isLast: boolean;
};

type Options = {
  /** Read up to here when the room was opened; null = no line. */
  lineNo: number | null;
  /** Older messages exist: then the oldest one is only there to say what the next follows, and nothing changes later. */
  hasBefore: boolean;
  viewerId: string;
};

export function messageRows(
  messages: readonly Message[],
  unsent: readonly Unsent[],
  options: Options,
): MessageRow[] {
  const said = new Set(messages.map((message) => message.id));
  const own = unsent.filter((entry) => !said.has(entry.id));
  const rows = [
    ...messages.map(ofMessage),
    ...own.map((entry) => ofUnsent(entry, options.viewerId)),
  ];
  const lineId = lineBefore(messages, options);
  const drawn = rows.map((row, at) => {
    const before = rows[at - 1];
    const after = rows[at + 1];
    const isAfterLine = row.id === lineId;
    const day = dayOf(row, before);
    return {
      ...row,
      isAfterLine,
      day,
      isFirst: day !== null || isAfterLine || !isOneGo(before, row),
      isLast: after?.id === lineId || !isOneGo(row, after),
    };
  });
  return options.hasBefore ? drawn.slice(1) : drawn;
}

type Said = Pick<MessageRow, 'id' | 'authorId' | 'body' | 'at' | 'message' | 'unsent'>;

function ofMessage(message: Message): Said {
  const { id, authorId, body, createdAt } = message;
  return { id, authorId, body, at: createdAt, message, unsent: null };
}

function ofUnsent(entry: Unsent, viewerId: string): Said {
  const { id, body, at } = entry;
  return { id, authorId: viewerId, body, at, message: null, unsent: entry };
}

/** The first of others' messages after the mark; none when everything on the screen is new or nothing is. */
function lineBefore(messages: readonly Message[], { lineNo, viewerId }: Options): string | null {
  if (lineNo === null || (messages[0]?.no ?? 0) > lineNo) return null;
  const next = messages.find((message) => message.no > lineNo);
  return next === undefined || next.authorId === viewerId ? null : next.id;
}

function dayOf(row: Said, before: Said | undefined): string | null {
  const day = seoulDay(row.at);
  return before !== undefined && seoulDay(before.at) === day ? null : day;
}

const MINUTE_MS = 60_000;

function isOneGo(before: Said | undefined, after: Said | undefined): boolean {
  if (before === undefined || after === undefined || before.authorId !== after.authorId)
    return false;
  return minuteOf(before.at) === minuteOf(after.at) && before.unsent?.state !== 'failed';
}

function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / MINUTE_MS);
}
