// What rankOf() of search-text.schema.ts says, as SQL over a column of search keys. A test holds the two together.
import { and, type Column, or, type SQL, sql } from 'drizzle-orm';
import { RANKS, type WantedText } from '../search-text.schema.ts';

type Word = WantedText['words'][number];

/** All words stand in it. */
export function hasWords(key: Column, { words }: WantedText): SQL | undefined {
  return and(...words.map((word) => or(isSpelled(key, word), isInitialled(key, word))));
}

export function rankIn(key: Column, wanted: WantedText): SQL {
  const { letters, whole, words } = wanted;
  const starts = or(...whole.spelled.map((each) => like(key, `${literal(each)}%`)));
  const initialsStart =
    whole.initials === null ? sql`1 = 0` : like(key, `%\n${literal(whole.initials)}%`);
  return sql`case
    when ${like(key, `${literal(letters)}\n%`)} then ${sql.raw(`${RANKS.exact}`)}
    when ${starts} then ${sql.raw(`${RANKS.start}`)}
    when ${and(...words.map((word) => isSpelled(key, word)))} then ${sql.raw(`${RANKS.inside}`)}
    when ${initialsStart} then ${sql.raw(`${RANKS.initialsAtStart}`)}
    else ${sql.raw(`${RANKS.initials}`)} end`;
}

function isSpelled(key: Column, { spelled }: Word): SQL | undefined {
  return or(...spelled.map((each) => like(key, `%${literal(each)}%`)));
}

/** In the key's second line. */
function isInitialled(key: Column, { initials }: Word): SQL | undefined {
  return initials === null ? undefined : like(key, `%\n%${literal(initials)}%`);
}

function like(key: Column, pattern: string): SQL {
  return sql`${key} like ${pattern} escape '!'`;
}

/** Nothing in it has a meaning of its own. */
function literal(text: string): string {
  return text.replaceAll(/[!%_]/g, '!$&');
}
