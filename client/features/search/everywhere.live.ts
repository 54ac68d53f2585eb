// What an event does to what was found everywhere. Whether it is about something that was found, or would be, can be told
// here; where that then stands among the others, and what takes its place, only the server knows. Pure; held against
// fresh answers in tests/live/search-consistency.
import { searchLive } from '#client/features/chat/search.live.ts';
import type { AnswerOf, InputOf, LiveContext, LiveHandlers } from '#client/live/live-types.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';
import { searchKey } from '#server/search-key.schema.ts';
import { rankOf, wantedText } from '#server/search-text.schema.ts';
import type { SearchKind } from '#server/search/search.schema.ts';

type Titled = 'task' | 'promotion' | 'reminder';
type Found = AnswerOf<'search.all'>;
type Question = LiveContext & { input: InputOf<'search.all'> };

export const everywhereLive: Pick<LiveHandlers, 'search.all' | 'search.lookUp'> = {
  'search.all': (answer, event, question) => {
    const changes =
      changesTitles(answer, event, question) ||
      changesNames(event, question) ||
      changesRooms(answer, event, question) ||
      changesMessages(answer, event, question);
    return changes ? 'ask again' : answer;
  },

  'search.lookUp': (answer, event, { input }) => {
    const kind = titledOf(event);
    const isAsked = input.things.some((thing) => thing.kind === kind && thing.id === event.id);
    return isAsked ? 'ask again' : answer;
  },
};

function changesTitles({ groups }: Found, event: ChangeEvent, { input }: Question): boolean {
  const kind = titledOf(event);
  if (kind === null || !isWanted(input, kind)) return false;
  if (groups[kind].some(({ id }) => id === event.id)) return true;
  const wanted = event.gone === true ? null : wantedText(input.text);
  if (wanted === null) return false;
  return rankOf(searchKey((event.data as { title: string }).title), wanted) !== null;
}

/** The thing itself; what is said about a task is not. */
function titledOf({ kind }: ChangeEvent): Titled | null {
  const [thing] = kind.split('.');
  return thing === 'task' || thing === 'promotion' || thing === 'reminder' ? thing : null;
}

/** Rooms, too, are called by people and teams. */
function changesNames({ feature }: ChangeEvent, { input }: Question): boolean {
  if (feature === 'people') return isWanted(input, 'person') || isWanted(input, 'room');
  return feature === 'teams' && isWanted(input, 'room');
}

/** Something new in a room moves it up among those that are called alike. */
function changesRooms({ groups }: Found, event: ChangeEvent, { input }: Question): boolean {
  if (event.feature !== 'chat' || !isWanted(input, 'room')) return false;
  if (event.kind.startsWith('room.') || event.kind.startsWith('member.')) return true;
  const found = groups.room.length;
  return event.kind === 'message.posted' && (found > 1 || found === input.limit);
}

function changesMessages(
  { groups, terms, asOf }: Found,
  event: ChangeEvent,
  { input, ...context }: Question,
): boolean {
  if (!isWanted(input, 'message')) return false;
  const page = { items: groups.message, terms, nextCursor: null, asOf };
  const asked = { ...context, input: { text: input.text } };
  return searchLive['chat.search'](page, event, asked) === 'ask again';
}

function isWanted({ kinds }: InputOf<'search.all'>, kind: SearchKind): boolean {
  return kinds === undefined || kinds.includes(kind);
}
