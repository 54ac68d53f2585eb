import type { WriteTx } from '#db/database.ts';
import { people, teams } from '#db/schema/people.ts';
import { topics } from '../live/audience.ts';
import { emitPerson } from '../people/people.events.ts';
import type { PersonRow } from '../people/people.row.ts';
import { DEMO_ADMINS, DEMO_NAMES, DEMO_TEAMS, demoUsername } from './demo-office.ts';
import type { DemoRandom } from './demo-random.ts';

export type DemoOffice = { people: PersonRow[]; teamIds: string[]; random: DemoRandom; now: Date };

export async function insertPeople(
  tx: WriteTx,
  random: DemoRandom,
  passwordHash: string,
): Promise<DemoOffice> {
  const teamRows = DEMO_TEAMS.map((name) => ({
    id: random.id(),
    name,
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  }));
  await tx.insert(teams).values(teamRows);
  for (const { id, name, version } of teamRows) {
    tx.emit({
      feature: 'teams',
      kind: 'team.created',
      id,
      version,
      audience: [topics.staff],
      data: { id, name, version },
    });
  }
  const personRows: PersonRow[] = DEMO_NAMES.map((name, at) => ({
    id: random.id(),
    username: demoUsername(at),
    name,
    role: at < DEMO_ADMINS ? 'admin' : 'staff',
    status: 'active',
    teamId: teamRows[at % teamRows.length]?.id ?? null,
    locale: 'ko',
    theme: 'system',
    enterSends: true,
    hasSound: true,
    passwordHash,
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
    deactivatedAt: null,
  }));
  await tx.insert(people).values(personRows);
  for (const row of personRows) emitPerson(tx, null, row);
  return { people: personRows, teamIds: teamRows.map((team) => team.id), random, now: tx.now };
}
