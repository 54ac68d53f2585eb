// Searching in what is said in one's rooms, the newest first. The index says which messages may be meant; each is looked at
// itself, for what it says and for who may see it, so nothing is found by mistake.
import { setImmediate as otherWork } from 'node:timers/promises';
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Position, ReadTx } from '#db/database.ts';
import { findCandidates, type WantedWords } from '#db/message-index.ts';
import { mark, searchedText, searchNoAt } from '#db/message-words.ts';
import { listOf } from '#db/placeholder-list.ts';
import { messages, roomMembers } from '#db/schema/chat.ts';
import type { Deps } from '../deps.ts';
import { startOfSeoulDay } from '../seoul.schema.ts';
import type { Viewer } from '../viewer.ts';
import type { FoundMessage, SearchInput } from './chat.search.schema.ts';
import { type Terms, termsOf } from './chat.search-terms.ts';
import { getMyRoom } from './chat.visible.ts';

export type FoundPage = {
  items: FoundMessage[];
  /** What was looked for, folded: for marking it where it stands. */
  terms: string[];
  nextCursor: string | null;
  asOf: Position;
};

/** At first a page's worth, and if few of them are what is meant, more: no step takes longer than some milliseconds. */
const FIRST_STEP = 64;
const NEXT_STEP = 512;
/** So many are looked at for one page; then it ends early, with a cursor to go on from. */
const LOOKED_AT_MAX = 10_000;

/** `lookOnceAt`: so many and no more, for whoever would rather have some of them at once than all of them later. */
export async function searchMessages(
  deps: Deps,
  viewer: Viewer,
  { lookOnceAt, ...input }: SearchInput & { lookOnceAt?: number },
): Promise<FoundPage> {
  const wanted = wantedOf(input);
  const first = await look(lookOnceAt ?? FIRST_STEP, input.limit, wanted.before);
  const items = first.items;
  let { goOn } = first;
  const most = lookOnceAt === undefined ? LOOKED_AT_MAX : FIRST_STEP;
  for (let lookedAt = FIRST_STEP; goOn !== null && lookedAt < most; lookedAt += NEXT_STEP) {
    if (items.length === input.limit) break;
    await otherWork();
    const next = await look(NEXT_STEP, input.limit - items.length, goOn);
    items.push(...next.items);
    ({ goOn } = next);
  }
  return { items, terms: wanted.terms, nextCursor: goOn?.toString() ?? null, asOf: first.asOf };

  function look(size: number, limit: number, before: number): Promise<Step> {
    return deps.db.read((tx) => lookOnce(tx, { viewer, input, wanted, size, limit, before }));
  }
}

/** Numbers of messages: `from` <= number < `before`. */
type Wanted = Terms & { from: number; before: number; isNothing: boolean };

function wantedOf(input: SearchInput): Wanted {
  const { fromId, roomId, before, after, hasFile, cursor } = input;
  const terms = termsOf(input.text);
  const end = before === undefined ? Infinity : searchNoAt(startOfSeoulDay(before));
  const filters = [fromId, roomId, before, after].some((filter) => filter !== undefined);
  return {
    ...terms,
    from: after === undefined ? 0 : searchNoAt(startOfSeoulDay(after)),
    before: Math.min(
      end,
      cursor === undefined ? Infinity : Number(cursor),
      Number.MAX_SAFE_INTEGER,
    ),
    isNothing: terms.terms.length === 0 && !filters && !hasFile,
  };
}

type Look = {
  viewer: Viewer;
  input: SearchInput;
  wanted: Wanted;
  limit: number;
  size: number;
  before: number;
};
/** `goOn`: the next step looks before this number; null when there is nothing more. */
type Step = { items: FoundMessage[]; goOn: number | null; asOf: Position };

async function lookOnce(tx: ReadTx, look: Look): Promise<Step> {
  const { viewer, input, wanted, limit, size, before } = look;
  const nothing = { items: [], goOn: null, asOf: tx.asOf };
  const rooms = await roomsToLookIn(tx, viewer, input);
  if (wanted.isNothing || rooms.size === 0) return nothing;
  const range = { from: wanted.from, before, limit: size };
  const place = { userId: viewer.id, roomId: input.roomId };
  const words = wordsOf(wanted, input, [...rooms.keys()]);
  const candidates = await findCandidates(tx, { words, place }, range);
  if (candidates.length === 0) return nothing;
  const said = await messagesOf(tx, candidates);
  const found = said.filter((row) => isSeen(row, rooms) && isMeant(row, look));
  const rows = found.slice(0, limit);
  const rest = candidates.length < size ? null : (candidates.at(-1) ?? null);
  const goOn = found.length > limit ? (rows.at(-1)?.searchNo ?? null) : rest;
  return { items: rows.map(toFound), goOn, asOf: tx.asOf };
}

/** The viewer's rooms, each with the first message they may see. Another's room is not there. */
async function roomsToLookIn(tx: ReadTx, viewer: Viewer, { roomId }: SearchInput) {
  if (roomId !== undefined) {
    const { me } = await getMyRoom(tx, viewer, roomId);
    return new Map([[roomId, me.seesFromNo]]);
  }
  const question = tx.prepared('chat.search.rooms', (q) =>
    q
      .select({ roomId: roomMembers.roomId, seesFromNo: roomMembers.seesFromNo })
      .from(roomMembers)
      .where(eq(roomMembers.userId, sql.placeholder('userId'))),
  );
  const rows = await question.execute({ userId: viewer.id });
  return new Map(rows.map((row) => [row.roomId, row.seesFromNo]));
}

function wordsOf({ pairs }: Wanted, input: SearchInput, roomIds: string[]): WantedWords {
  const marks = [
    ...(input.fromId === undefined ? [] : [mark.author(input.fromId)]),
    ...(input.hasFile ? [mark.file] : []),
  ];
  return { all: [...pairs, ...marks], anyOf: [roomIds.map(mark.room)] };
}

const columns = {
  id: messages.id,
  roomId: messages.roomId,
  no: messages.no,
  authorId: messages.authorId,
  body: messages.body,
  files: messages.files,
  createdAt: messages.createdAt,
  editedAt: messages.editedAt,
  searchNo: messages.searchNo,
};

/** The newest first. */
async function messagesOf(tx: ReadTx, searchNos: number[]) {
  const { size, values, placeholders } = listOf(searchNos);
  const question = tx.prepared(`chat.search.messages:${size}`, (q) =>
    q
      .select(columns)
      .from(messages)
      .where(and(inArray(messages.searchNo, placeholders), isNull(messages.removedAt)))
      .orderBy(desc(messages.searchNo)),
  );
  return await question.execute(values);
}

type Row = Awaited<ReturnType<typeof messagesOf>>[number];

function isSeen({ roomId, no }: Row, rooms: ReadonlyMap<string, number>): boolean {
  const seesFromNo = rooms.get(roomId);
  return seesFromNo !== undefined && no >= seesFromNo;
}

/** The index is a little behind, and holds pairs where words are meant. */
function isMeant(row: Row, { input, wanted }: Look): boolean {
  if (input.fromId !== undefined && row.authorId !== input.fromId) return false;
  if (input.hasFile && row.files.length === 0) return false;
  if (wanted.terms.length === 0) return true;
  const text = searchedText(row);
  return wanted.terms.every((term) => text.includes(term));
}

function toFound({ searchNo: _searchNo, ...message }: Row): FoundMessage {
  return message;
}
