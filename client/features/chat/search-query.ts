// What is typed into the search field: words, and filters like `from:민수` or `방:점심`, which become chips once they are
// complete. Pure.
import { matchesName } from '#client/ui/name-match.ts';
import { addDays } from '#server/seoul.schema.ts';

export type SearchFilters = {
  fromId?: string;
  roomId?: string;
  /** Days: on `after` or later, and before `before`. */
  before?: string;
  after?: string;
  hasFile?: true;
};

type Named = { id: string; name: string; username?: string };

export type SearchNames = { people: readonly Named[]; rooms: readonly Named[]; today: string };

type Kind = 'from' | 'in' | 'before' | 'after' | 'has';

const KINDS: Record<string, Kind> = {
  from: 'from',
  보낸사람: 'from',
  in: 'in',
  방: 'in',
  before: 'before',
  이전: 'before',
  after: 'after',
  이후: 'after',
  has: 'has',
  첨부: 'has',
};

const FILTER = new RegExp(`(?<=^|\\s)(${Object.keys(KINDS).join('|')}):("[^"]*"|\\S+)`, 'giu');
const UNFINISHED = new RegExp(`(?:^|\\s)(${Object.keys(KINDS).join('|')}):("[^"]*|\\S*)$`, 'iu');

/**
 * The text without its complete filters, and those. A filter is complete when something follows it (`isDone`: nothing
 * more will) and it names exactly one thing; what it does not name stays in the text.
 */
export function takeFilters(
  typed: string,
  names: SearchNames,
  isDone: boolean,
): { text: string; filters: SearchFilters } {
  let filters: SearchFilters = {};
  let text = '';
  let end = 0;
  for (const match of typed.matchAll(FILTER)) {
    const [whole, word = '', raw = ''] = match;
    const isFollowed = isDone || match.index + whole.length < typed.length;
    const kind = KINDS[word.toLowerCase()];
    const found = isFollowed && kind !== undefined ? filterOf(kind, bare(raw), names) : null;
    if (found === null) continue;
    filters = { ...filters, ...found };
    text += typed.slice(end, match.index);
    end = match.index + whole.length;
  }
  return end === 0 ? { text: typed, filters } : { text: tidy(text + typed.slice(end)), filters };
}

function filterOf(kind: Kind, value: string, names: SearchNames): SearchFilters | null {
  switch (kind) {
    case 'from': {
      const id = onlyOne(names.people, value);
      return id === null ? null : { fromId: id };
    }
    case 'in': {
      const id = onlyOne(names.rooms, value);
      return id === null ? null : { roomId: id };
    }
    case 'before':
    case 'after': {
      const day = dayOf(value, names.today);
      return day === null ? null : { [kind]: day };
    }
    case 'has':
      return /^(file|파일)$/i.test(value) ? { hasFile: true } : null;
  }
}

/** What may be meant by the filter that is being typed at the end, and the text before it. */
export type Suggestion = { label: string; id: string; filters: SearchFilters };

const SUGGESTED_MAX = 6;

export function suggestionsFor(
  typed: string,
  names: SearchNames,
): { rest: string; items: Suggestion[] } | null {
  const match = UNFINISHED.exec(typed);
  const kind = KINDS[(match?.[1] ?? '').toLowerCase()];
  if (match === null || (kind !== 'from' && kind !== 'in')) return null;
  const value = bare(match[2] ?? '');
  const known = kind === 'from' ? names.people : names.rooms;
  const items = known
    .filter((one) => matchesName(one, value))
    .slice(0, SUGGESTED_MAX)
    .map(({ id, name }) => ({
      id,
      label: name,
      filters: kind === 'from' ? { fromId: id } : { roomId: id },
    }));
  return { rest: typed.slice(0, match.index).trimEnd(), items };
}

/** The one with this name; else the only one that it may mean. */
function onlyOne(known: readonly Named[], value: string): string | null {
  const same = known.filter(({ name, username }) => name === value || username === value);
  const [found, other] = same.length > 0 ? same : known.filter((one) => matchesName(one, value));
  return found === undefined || other !== undefined ? null : found.id;
}

const DAY = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/;

function dayOf(value: string, today: string): string | null {
  if (/^(today|오늘)$/i.test(value)) return today;
  if (/^(yesterday|어제)$/i.test(value)) return addDays(today, -1);
  const [, year = '', month = '', date = ''] = DAY.exec(value) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  return isDay && year >= '1900' && year < '2200' ? day : null;
}

function bare(value: string): string {
  return value.replaceAll('"', '').normalize('NFC').trim();
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trimStart();
}
