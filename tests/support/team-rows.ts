// The smallest rows that tests of the database itself write and read.
import { asc } from 'drizzle-orm';

import type { Db, NewEvent, Tx, WriteTx } from '#db/database.ts';
import { type people, teams } from '#db/schema/people.ts';

/** One audited write of one team, whose id is its name. */
export function writeTeam(db: Db, name: string) {
  return db.write({ actorId: null }, (tx) => addTeam(tx, name));
}

export async function addTeam(tx: WriteTx, name: string) {
  await tx.insert(teams).values(teamRow(tx, name));
  tx.emit(teamEvent(tx, name));
  tx.audit('team.create', { kind: 'team', id: name });
}

export function teamRow({ now }: { now: Date }, name: string) {
  return { id: name, name, version: 1, createdAt: now, updatedAt: now };
}

export function teamEvent({ now }: { now: Date }, name: string): NewEvent {
  const data = { at: now };
  return {
    feature: 'teams',
    kind: 'team.created',
    id: name,
    version: 1,
    audience: ['staff'],
    data,
  };
}

export async function teamNames(tx: Pick<Tx, 'select'>): Promise<string[]> {
  const rows = await tx.select({ name: teams.name }).from(teams).orderBy(asc(teams.name));
  return rows.map(({ name }) => name);
}

export function personRow({ now }: { now: Date }, id: string): typeof people.$inferInsert {
  return {
    id,
    username: id,
    name: id,
    role: 'staff',
    status: 'active',
    locale: 'ko',
    theme: 'system',
    passwordHash: '',
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}
