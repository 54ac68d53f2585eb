import { asc, eq, sql } from 'drizzle-orm';
import type { Position, ReadTx, WriteTx } from '#db/database.ts';
import { people } from '#db/schema/people.ts';
import { followPerson } from '../chat/chat.people.ts';
import type { Deps } from '../deps.ts';
import { notFound, unauthorized } from '../errors.ts';
import { dropUnseenNotices } from '../notifications/notifications.drop.ts';
import type { Viewer } from '../viewer.ts';
import { emitPerson } from './people.events.ts';
import { personColumns, type PersonRow, toMe, toPersonItem } from './people.row.ts';
import type { GetPersonInput, Me, PersonItem, UpdateProfileInput } from './people.schema.ts';

export type PeopleList = { items: PersonItem[]; nextCursor: null; asOf: Position };

/** Everybody, former colleagues too, by name: an office fits on one page. */
export function listPeople(deps: Deps): Promise<PeopleList> {
  return deps.db.read(async (tx) => ({
    items: await everybody(tx),
    nextCursor: null,
    asOf: tx.asOf,
  }));
}

async function everybody(tx: ReadTx): Promise<PersonItem[]> {
  const question = tx.prepared('people.list', (q) =>
    q.select(personColumns).from(people).orderBy(asc(people.name), asc(people.id)),
  );
  return (await question.execute()).map(toPersonItem);
}

export function getPerson(
  deps: Deps,
  input: GetPersonInput,
): Promise<{ item: PersonItem; asOf: Position }> {
  return deps.db.read(async (tx) => {
    const question = tx.prepared('people.get', (q) =>
      q
        .select(personColumns)
        .from(people)
        .where(eq(people.id, sql.placeholder('id'))),
    );
    const [row] = await question.execute({ id: input.id });
    if (row === undefined) throw notFound('person');
    return { item: toPersonItem(row), asOf: tx.asOf };
  });
}

export async function updateProfile(
  deps: Deps,
  viewer: Viewer,
  input: UpdateProfileInput,
): Promise<{ viewer: Me; asOf: Position }> {
  const { mutationId, ...patch } = input;
  const { value, asOf } = await deps.db.write({ actorId: viewer.id, mutationId }, async (tx) => {
    const before = await lockPerson(tx, viewer.id);
    if (before.status !== 'active') throw unauthorized();
    return await changePerson(tx, before, {
      patch: withoutAbsent(patch),
      label: 'person.update_profile',
    });
  });
  return { viewer: toMe(value), asOf };
}

/** The person's row, kept from others until the end of the write. */
async function lockPerson(tx: WriteTx, id: string): Promise<PersonRow> {
  const [row] = await tx.lock(tx.select().from(people).where(eq(people.id, id)));
  if (row === undefined) throw notFound('person');
  return row;
}

export type PersonPatch = Partial<
  Pick<
    PersonRow,
    | 'username'
    | 'name'
    | 'role'
    | 'teamId'
    | 'status'
    | 'locale'
    | 'theme'
    | 'enterSends'
    | 'hasSound'
    | 'deactivatedAt'
  >
>;

/** Changes what differs and tells everybody; nothing happens if nothing differs. */
export async function changePerson(
  tx: WriteTx,
  before: PersonRow,
  change: { patch: PersonPatch; label: string },
): Promise<PersonRow> {
  const { patch, label } = change;
  const fields = Object.keys(patch) as (keyof PersonPatch)[];
  const changed = fields.filter((field) => patch[field] !== before[field]);
  if (changed.length === 0) return before;
  const after: PersonRow = { ...before, ...patch, version: before.version + 1, updatedAt: tx.now };
  await tx
    .update(people)
    .set({ ...patch, version: after.version, updatedAt: tx.now })
    .where(eq(people.id, before.id));
  emitPerson(tx, before, after);
  await followPerson(tx, before, after);
  if (changed.includes('teamId') || changed.includes('role')) await dropUnseenNotices(tx, after);
  const changes = changed.map((field) => ({ field, before: before[field], after: after[field] }));
  tx.audit(label, { kind: 'person', id: before.id }, { changes });
  return after;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the fields that were left out. */
export function withoutAbsent<T extends object>(patch: T): Present<T> {
  return Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  ) as Present<T>;
}
