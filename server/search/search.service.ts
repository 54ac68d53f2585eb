// Search everywhere: each kind by its own rule of who may see what, inside its own query.
import type { Position } from '#db/database.ts';
import { searchMessages } from '../chat/chat.search.ts';
import type { Deps } from '../deps.ts';
import { wantedText } from '../search-text.schema.ts';
import type { Viewer } from '../viewer.ts';
import { findPeople, findRooms } from './search.names.ts';
import type { FoundGroups, SearchAllInput, SearchKind } from './search.schema.ts';
import { findPromotions, findReminders, findTasks } from './search.things.ts';

export type FoundEverywhere = {
  groups: FoundGroups;
  /** What was looked for in messages, folded: for marking it there. */
  terms: string[];
  asOf: Position;
};

/** While somebody types, nobody waits for what was said long ago: the search in chat goes on from there. */
const MESSAGES_LOOKED_AT = 256;

export async function searchAll(
  deps: Deps,
  viewer: Viewer,
  input: SearchAllInput,
): Promise<FoundEverywhere> {
  const titled = await findTitled(deps, viewer, input);
  if (!isWanted(input, 'message')) return { ...titled, terms: [] };
  const { text, limit } = input;
  const found = await searchMessages(deps, viewer, {
    text,
    hasFile: false,
    limit,
    lookOnceAt: MESSAGES_LOOKED_AT,
  });
  // Read later than the rest: what happened in between is only told twice.
  return { ...titled, groups: { ...titled.groups, message: found.items }, terms: found.terms };
}

type Titled = { groups: FoundGroups; asOf: Position };

function findTitled(deps: Deps, viewer: Viewer, input: SearchAllInput): Promise<Titled> {
  const wanted = wantedText(input.text);
  return deps.db.read(async (tx) => {
    const look = wanted === null ? null : { viewer, wanted, limit: input.limit };
    const found = async <T>(
      kind: SearchKind,
      find: (each: NonNullable<typeof look>) => Promise<T[]>,
    ) => (look === null || !isWanted(input, kind) ? [] : await find(look));
    const groups: FoundGroups = {
      person: await found('person', (each) => findPeople(tx, each)),
      room: await found('room', (each) => findRooms(tx, each)),
      task: await found('task', (each) => findTasks(tx, each)),
      message: [],
      promotion: await found('promotion', (each) => findPromotions(tx, each)),
      reminder: await found('reminder', (each) => findReminders(tx, each)),
    };
    return { groups, asOf: tx.asOf };
  });
}

function isWanted({ kinds }: SearchAllInput, kind: SearchKind): boolean {
  return kinds === undefined || kinds.includes(kind);
}
