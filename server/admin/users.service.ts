// Letting people in, changing what they are, and letting them go. Everything is decided inside the write, with the rows
// of all admins locked.
import { eq } from 'drizzle-orm';
import type { Act, Position, WriteTx } from '#db/database.ts';
import { isUniqueViolation } from '#db/errors.ts';
import { people, teams } from '#db/schema/people.ts';
import { tokens } from '#db/schema/sessions.ts';
import { refuseWeak } from '../auth/change-password.ts';
import { hashPassword, inHashSlot } from '../auth/password-hash.ts';
import { endSessionsOf } from '../auth/session.ts';
import { followPerson } from '../chat/chat.people.ts';
import type { Deps } from '../deps.ts';
import { conflict, notFound } from '../errors.ts';
import { emitPerson } from '../people/people.events.ts';
import { type PersonRow, toPersonItem } from '../people/people.row.ts';
import type { PersonItem } from '../people/people.schema.ts';
import { changePerson, withoutAbsent } from '../people/people.service.ts';
import { revokeTokens } from '../tokens/tokens.store.ts';
import type { Viewer } from '../viewer.ts';
import type {
  CreateUserInput,
  ResetPasswordInput,
  UpdateUserInput,
  UserIdInput,
} from './admin.schema.ts';
import {
  lockWithAdmins,
  requireAnotherAdmin,
  requireStillAdmin,
  wasMadeBy,
} from './still-admin.ts';

type Changed = { item: PersonItem; asOf: Position };

/** A retry by the same admin returns the person who is already there. */
export async function createUser(
  deps: Deps,
  viewer: Viewer,
  input: CreateUserInput,
): Promise<Changed> {
  refuseWeak('password', input.password, input.username);
  const passwordHash = await inHashSlot(() => hashPassword(input.password));
  const { value, asOf } = await deps.db.write(actOf(viewer, input), async (tx) => {
    await requireStillAdmin(tx, viewer);
    if (input.teamId !== null) await requireTeam(tx, input.teamId);
    const { id, username, name, role, teamId, locale } = input;
    const row: PersonRow = {
      id,
      username,
      name,
      role,
      teamId,
      locale,
      status: 'active',
      theme: 'system',
      enterSends: true,
      hasSound: true,
      passwordHash,
      version: 1,
      createdAt: tx.now,
      updatedAt: tx.now,
      deactivatedAt: null,
    };
    const inserted = await tx.insert(people).values(row).onConflictDoNothing().returning();
    if (inserted.length === 0) return await repeated(tx, viewer, id);
    emitPerson(tx, null, row);
    await followPerson(tx, null, row);
    tx.audit('person.create', { kind: 'person', id }, { username, name, role, teamId });
    return row;
  });
  return { item: toPersonItem(value), asOf };
}

export async function updateUser(
  deps: Deps,
  viewer: Viewer,
  input: UpdateUserInput,
): Promise<Changed> {
  const patch = withoutAbsent(input.patch);
  try {
    const { value, asOf } = await deps.db.write(actOf(viewer, input), async (tx) => {
      const { person, admins } = await lockWithAdmins(tx, viewer, input.id);
      if (isStale(person, input)) throw conflict('field_conflict', toPersonItem(person));
      if (patch.role === 'staff') requireAnotherAdmin(person, admins);
      if (typeof patch.teamId === 'string') await requireTeam(tx, patch.teamId);
      return await changePerson(tx, person, { patch, label: 'person.update' });
    });
    return { item: toPersonItem(value), asOf };
  } catch (error) {
    if (isUniqueViolation(error)) throw conflict('username_taken');
    throw error;
  }
}

/** Their sessions and tokens end in the same write. Nothing happens if they are inactive already. */
export async function deactivateUser(
  deps: Deps,
  viewer: Viewer,
  input: UserIdInput,
): Promise<Changed> {
  const { value, asOf } = await deps.db.write(actOf(viewer, input), async (tx) => {
    const { person, admins } = await lockWithAdmins(tx, viewer, input.id);
    requireAnotherAdmin(person, admins);
    if (person.status === 'inactive') return person;
    const patch = { status: 'inactive', deactivatedAt: tx.now } as const;
    const after = await changePerson(tx, person, { patch, label: 'person.deactivate' });
    await endSessionsOf(tx, person.id, { reason: 'deactivated' });
    await revokeTokens(tx, eq(tokens.personId, person.id), 'deactivated');
    return after;
  });
  return { item: toPersonItem(value), asOf };
}

export async function reactivateUser(
  deps: Deps,
  viewer: Viewer,
  input: UserIdInput,
): Promise<Changed> {
  const { value, asOf } = await deps.db.write(actOf(viewer, input), async (tx) => {
    const { person } = await lockWithAdmins(tx, viewer, input.id);
    const patch = { status: 'active', deactivatedAt: null } as const;
    return await changePerson(tx, person, { patch, label: 'person.reactivate' });
  });
  return { item: toPersonItem(value), asOf };
}

/** Ends their sessions: whoever knew the old password is out. */
export async function resetPassword(
  deps: Deps,
  viewer: Viewer,
  input: ResetPasswordInput,
): Promise<Changed> {
  const passwordHash = await inHashSlot(() => hashPassword(input.password));
  const { value, asOf } = await deps.db.write(actOf(viewer, input), async (tx) => {
    const { person } = await lockWithAdmins(tx, viewer, input.id);
    refuseWeak('password', input.password, person.username);
    await tx.update(people).set({ passwordHash }).where(eq(people.id, person.id));
    tx.audit('person.reset_password', { kind: 'person', id: person.id });
    await endSessionsOf(tx, person.id, { reason: 'password_reset' });
    return person;
  });
  return { item: toPersonItem(value), asOf };
}

function actOf(viewer: Viewer, input: { mutationId?: string | undefined }): Act {
  return { actorId: viewer.id, mutationId: input.mutationId };
}

/** The patch was made from an older row, and would undo what somebody else did since. */
function isStale(person: PersonRow, { version, patch }: UpdateUserInput): boolean {
  if (version === undefined || version >= person.version) return false;
  const fields = Object.keys(patch) as (keyof typeof patch)[];
  return fields.some((field) => patch[field] !== undefined && patch[field] !== person[field]);
}

/** Not inserted: the same id came before, or the name is taken. */
async function repeated(tx: WriteTx, viewer: Viewer, id: string): Promise<PersonRow> {
  const [existing] = await tx.select().from(people).where(eq(people.id, id));
  if (existing === undefined) throw conflict('username_taken');
  const made = { label: 'person.create', kind: 'person', id };
  if (!(await wasMadeBy(tx, viewer, made))) throw conflict('id_in_use');
  return existing;
}

/** Kept until the end of the write, so that it cannot be removed meanwhile. */
async function requireTeam(tx: WriteTx, id: string): Promise<void> {
  const [team] = await tx.lock(tx.select({ id: teams.id }).from(teams).where(eq(teams.id, id)));
  if (team === undefined) throw notFound('team');
}
