// What every act of an admin asks inside its write: is this still an admin, and will there be one afterwards?
import { and, asc, eq, or } from 'drizzle-orm';
import type { Tx, WriteTx } from '#db/database.ts';
import { audit } from '#db/schema/audit.ts';
import { people } from '#db/schema/people.ts';
import { forbidden, notFound, precondition } from '../errors.ts';
import { canManagePeople, isLastAdmin } from '../people/people.policy.ts';
import type { PersonRow } from '../people/people.row.ts';
import type { Viewer } from '../viewer.ts';

/**
 * The person, and all active admins with them, kept from others in the order of their ids: of two admins demoting each
 * other at once, the second finds that they are none any more.
 */
export async function lockWithAdmins(tx: WriteTx, viewer: Viewer, id: string) {
  const isActiveAdmin = and(eq(people.role, 'admin'), eq(people.status, 'active'));
  const query = tx
    .select()
    .from(people)
    .where(or(isActiveAdmin, eq(people.id, id), eq(people.id, viewer.id)))
    .orderBy(asc(people.id));
  const rows = await tx.lock(query);
  const asker = rows.find((row) => row.id === viewer.id);
  if (asker?.status !== 'active' || !canManagePeople(asker)) throw forbidden('admins_only');
  const person = rows.find((row) => row.id === id);
  if (person === undefined) throw notFound('person');
  return { person, admins: rows };
}

export function requireAnotherAdmin(person: PersonRow, admins: PersonRow[]): void {
  if (isLastAdmin(person, admins)) throw precondition('last_admin');
}

export async function requireStillAdmin(tx: WriteTx, viewer: Viewer): Promise<void> {
  const [asker] = await tx.lock(tx.select().from(people).where(eq(people.id, viewer.id)));
  if (asker?.status !== 'active' || !canManagePeople(asker)) throw forbidden('admins_only');
}

/** Whether this creation is the same person's earlier one coming again. The audit remembers who made what. */
export async function wasMadeBy(
  tx: Pick<Tx, 'select'>,
  viewer: Viewer,
  made: { label: string; kind: string; id: string },
): Promise<boolean> {
  const [row] = await tx
    .select({ actorId: audit.actorId })
    .from(audit)
    .where(
      and(
        eq(audit.subjectKind, made.kind),
        eq(audit.subjectId, made.id),
        eq(audit.label, made.label),
      ),
    )
    .limit(1);
  return row?.actorId === viewer.id;
}
