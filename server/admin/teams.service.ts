import { eq } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { isUniqueViolation } from '#db/errors.ts';
import { rooms } from '#db/schema/chat.ts';
import { people, teams } from '#db/schema/people.ts';
import { reminders } from '#db/schema/reminders.ts';
import { tasks } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import { conflict, notFound, precondition } from '../errors.ts';
import { topics } from '../live/audience.ts';
import type {
  CreateTeamInput,
  RemoveTeamInput,
  TeamItem,
  UpdateTeamInput,
} from '../teams/teams.schema.ts';
import type { Viewer } from '../viewer.ts';
import { requireStillAdmin, wasMadeBy } from './still-admin.ts';

type Changed = { item: TeamItem; asOf: Position };
type TeamRow = typeof teams.$inferSelect;

/** A retry by the same admin returns the team that is already there. */
export async function createTeam(
  deps: Deps,
  viewer: Viewer,
  input: CreateTeamInput,
): Promise<Changed> {
  const { id, name, mutationId } = input;
  const { value, asOf } = await deps.db.write({ actorId: viewer.id, mutationId }, async (tx) => {
    await requireStillAdmin(tx, viewer);
    const row: TeamRow = { id, name, version: 1, createdAt: tx.now, updatedAt: tx.now };
    const inserted = await tx.insert(teams).values(row).onConflictDoNothing().returning();
    if (inserted.length === 0) return await repeated(tx, viewer, id);
    emitTeam(tx, 'team.created', row);
    tx.audit('team.create', { kind: 'team', id }, { name });
    return row;
  });
  return { item: toTeamItem(value), asOf };
}

export async function updateTeam(
  deps: Deps,
  viewer: Viewer,
  input: UpdateTeamInput,
): Promise<Changed> {
  const { id, version, mutationId } = input;
  const { name } = input.patch;
  try {
    const { value, asOf } = await deps.db.write({ actorId: viewer.id, mutationId }, async (tx) => {
      await requireStillAdmin(tx, viewer);
      const before = await lockTeam(tx, id);
      if (before.name === name) return before;
      if (version !== undefined && version < before.version)
        throw conflict('field_conflict', toTeamItem(before));
      const after = { ...before, name, version: before.version + 1, updatedAt: tx.now };
      await tx.update(teams).set(after).where(eq(teams.id, id));
      emitTeam(tx, 'team.changed', after);
      tx.audit('team.update', { kind: 'team', id }, { before: before.name, after: name });
      return after;
    });
    return { item: toTeamItem(value), asOf };
  } catch (error) {
    if (isUniqueViolation(error)) throw conflict('team_name_taken');
    throw error;
  }
}

/** Only one that nobody and nothing belongs to, not even a removed task. */
export async function removeTeam(
  deps: Deps,
  viewer: Viewer,
  input: RemoveTeamInput,
): Promise<{ asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { asOf } = await deps.db.write(act, async (tx) => {
    await requireStillAdmin(tx, viewer);
    const team = await lockTeam(tx, input.id);
    if (await isInUse(tx, team.id)) throw precondition('team_not_empty');
    await tx.delete(teams).where(eq(teams.id, team.id));
    tx.emit({
      feature: 'teams',
      kind: 'team.removed',
      id: team.id,
      version: team.version + 1,
      audience: [topics.staff],
      data: null,
    });
    tx.audit('team.remove', { kind: 'team', id: team.id }, { name: team.name });
  });
  return { asOf };
}

async function lockTeam(tx: WriteTx, id: string): Promise<TeamRow> {
  const [row] = await tx.lock(tx.select().from(teams).where(eq(teams.id, id)));
  if (row === undefined) throw notFound('team');
  return row;
}

async function isInUse(tx: WriteTx, id: string): Promise<boolean> {
  const members = await tx
    .select({ id: people.id })
    .from(people)
    .where(eq(people.teamId, id))
    .limit(1);
  const work = await tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.teamId, id)).limit(1);
  const talk = await tx.select({ id: rooms.id }).from(rooms).where(eq(rooms.teamId, id)).limit(1);
  const alarms = await tx
    .select({ id: reminders.id })
    .from(reminders)
    .where(eq(reminders.forTeamId, id))
    .limit(1);
  return [members, work, talk, alarms].some((found) => found.length > 0);
}

function emitTeam(tx: WriteTx, kind: 'team.created' | 'team.changed', row: TeamRow): void {
  const data = toTeamItem(row);
  tx.emit({
    feature: 'teams',
    kind,
    id: row.id,
    version: row.version,
    audience: [topics.staff],
    data,
  });
}

function toTeamItem({ id, name, version }: TeamRow): TeamItem {
  return { id, name, version };
}

/** Not inserted: the same id came before, or the name is taken. */
async function repeated(tx: WriteTx, viewer: Viewer, id: string): Promise<TeamRow> {
  const [existing] = await tx.select().from(teams).where(eq(teams.id, id));
  if (existing === undefined) throw conflict('team_name_taken');
  const made = { label: 'team.create', kind: 'team', id };
  if (!(await wasMadeBy(tx, viewer, made))) throw conflict('id_in_use');
  return existing;
}
