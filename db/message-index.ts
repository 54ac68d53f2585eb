// The index that messages are searched by. What was said lately is not in it at once: its words are put in some dozens at
// a time, in the background, which costs a fifth of doing so with every message (20 µs instead of 50 to 120). Until then
// it stands in `unindexed_messages`, where a search looks too, so nothing is ever missing.
import { setImmediate as otherWork } from 'node:timers/promises';

import { desc, inArray, sql, type SQL } from 'drizzle-orm';

import type { Db, Tx, WriteTx } from './database.ts';
import { mark, pairsOf, searchedText } from './message-words.ts';
import { messages, unindexedMessages } from './schema/chat.ts';
import { isPostgres } from './schema/kit.ts';
import { writeUnaudited } from './unaudited.ts';

/** In one write: few enough that it takes a few milliseconds. */
const STEP_ROWS = 50;
/** A search looks through so many of those that are not in the index, the newest ones. */
const UNINDEXED_LOOKED_AT = 1000;

/** Puts the words of everything that waits into the index, the newest first; how many there were. */
export async function indexMessages(db: Db, isStopped = () => false): Promise<number> {
  let indexed = 0;
  while (!isStopped()) {
    const count = await writeUnaudited(db, indexStep);
    indexed += count;
    if (count < STEP_ROWS) break;
    await otherWork();
  }
  return indexed;
}

async function indexStep(tx: WriteTx): Promise<number> {
  const newest = tx
    .select({ searchNo: unindexedMessages.searchNo })
    .from(unindexedMessages)
    .orderBy(desc(unindexedMessages.searchNo))
    .limit(STEP_ROWS);
  const taken = await tx
    .delete(unindexedMessages)
    .where(inArray(unindexedMessages.searchNo, newest))
    .returning();
  const searchNos = taken.map((row) => row.searchNo);
  if (searchNos.length === 0) return 0;
  const rows = await tx
    .select({
      searchNo: messages.searchNo,
      roomId: messages.roomId,
      authorId: messages.authorId,
      body: messages.body,
      files: messages.files,
      removedAt: messages.removedAt,
    })
    .from(messages)
    .where(inArray(messages.searchNo, searchNos));
  const said = new Map(rows.map((row) => [row.searchNo, row]));
  for (const searchNo of searchNos) {
    const row = said.get(searchNo);
    const isThere = row !== undefined && row.removedAt === null;
    await tx.rows(isThere ? putWords(searchNo, wordsOf(row)) : forgetWords(searchNo));
  }
  return searchNos.length;
}

type Said = { roomId: string; authorId: string; body: string; files: { name: string }[] };

function wordsOf(row: Said): string {
  const marks = [mark.room(row.roomId), mark.author(row.authorId)];
  if (row.files.length > 0) marks.push(mark.file);
  return [...marks, ...pairsOf(searchedText(row))].join(' ');
}

function putWords(searchNo: number, words: string): SQL {
  if (!isPostgres)
    return sql`insert or replace into message_words (rowid, words) values (${searchNo}, ${words})`;
  return sql`insert into message_words (search_no, words)
    values (${searchNo}, array_to_tsvector(string_to_array(${words}, ' ')))
    on conflict (search_no) do update set words = excluded.words`;
}

function forgetWords(searchNo: number): SQL {
  const key = sql.raw(isPostgres ? 'search_no' : 'rowid');
  return sql`delete from message_words where ${key} = ${searchNo}`;
}

/** Having all of `all`, and of each list in `anyOf` at least one; none may be empty lists. */
export type WantedWords = { all: readonly string[]; anyOf: readonly (readonly string[])[] };
/** `from` <= number < `before`. */
export type SearchRange = { from: number; before: number; limit: number };
/** In this member's rooms, or in one of them. */
export type SearchPlace = { userId: string; roomId: string | undefined };

/**
 * Numbers of messages that may be what is looked for, the newest first: from the index those with the words, and those
 * that are not in it yet.
 */
export async function findCandidates(
  tx: Tx,
  { words, place }: { words: WantedWords; place: SearchPlace },
  range: SearchRange,
): Promise<number[]> {
  const unindexed = await tx.rows<{ no: number }>(unindexedIn(place, range));
  const indexed = await tx.rows<{ no: number }>(indexedIn(words, range));
  const nos = new Set([...unindexed, ...indexed].map((row) => row.no));
  return [...nos].toSorted((a, b) => b - a).slice(0, range.limit);
}

/** In this order (which `cross join` says to SQLite): there are few of them, and many messages. */
function unindexedIn(place: SearchPlace, { from, before, limit }: SearchRange): SQL {
  const inRoom = place.roomId === undefined ? sql`` : sql`and m.room_id = ${place.roomId}`;
  return sql`select u.search_no as no
    from unindexed_messages u cross join messages m cross join room_members r
    where u.search_no >= ${from} and u.search_no < ${before} and m.search_no = u.search_no ${inRoom}
      and r.room_id = m.room_id and r.user_id = ${place.userId}
    order by u.search_no desc limit ${Math.min(limit, UNINDEXED_LOOKED_AT)}`;
}

function indexedIn(words: WantedWords, { from, before, limit }: SearchRange): SQL {
  const [key, matches] = isPostgres
    ? [
        sql`search_no`,
        sql`words @@ ${inWords(words, { and: ' & ', or: ' | ', quote: "'" })}::tsquery`,
      ]
    : [
        sql`rowid`,
        sql`message_words match ${inWords(words, { and: ' AND ', or: ' OR ', quote: '"' })}`,
      ];
  return sql`select ${key} as no from message_words
    where ${matches} and ${key} >= ${whole(from)} and ${key} < ${whole(before)}
    order by ${key} desc limit ${limit}`;
}

/** A number of JavaScript is a real one to SQLite, and its index looks only at bounds that are whole. */
function whole(value: number): SQL {
  return sql`cast(${value} as bigint)`;
}

type Signs = { and: string; or: string; quote: string };

/** Words are letters and digits only: nothing in them has a meaning of its own. */
function inWords({ all, anyOf }: WantedWords, { and, or, quote }: Signs): string {
  const quoted = (word: string) => `${quote}${word}${quote}`;
  return [...all.map(quoted), ...anyOf.map((some) => `(${some.map(quoted).join(or)})`)].join(and);
}
