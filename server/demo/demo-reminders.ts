import type { WriteTx } from '#db/database.ts';
import { reminders } from '#db/schema/reminders.ts';
import { emitReminder } from '../reminders/reminders.events.ts';
import { insertNamed } from '../reminders/reminders.people.ts';
import { type ReminderRow, toReminderItem } from '../reminders/reminders.row.ts';
import { searchKey } from '../search-key.schema.ts';
import type { DemoOffice } from './demo-people.ts';
import { REMINDER_TITLES } from './demo-words.ts';

const REMINDERS = 60;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Some late, some within minutes, most in the coming days; for oneself, a colleague or a team. */
export async function insertReminders(tx: WriteTx, office: DemoOffice): Promise<void> {
  for (let at = 0; at < REMINDERS; at += 1) {
    const row = demoReminder(office, at);
    await tx.insert(reminders).values(row);
    await insertNamed(tx, row);
    emitReminder(tx, 'reminder.created', { item: toReminderItem(row, [], null) });
  }
}

function demoReminder({ people, teamIds, random, now }: DemoOffice, at: number): ReminderRow {
  const owner = people[at % people.length] ?? random.of(people);
  const isForTeam = at % 7 === 3;
  const other = random.chance(30) ? random.of(people) : owner;
  const title = random.of(REMINDER_TITLES);
  return {
    id: random.id(),
    title,
    searchKey: searchKey(title),
    warnMinutes: null,
    warnAt: null,
    dueAt: new Date(now.getTime() + demoDelayMs(random, at)),
    repeat: random.chance(15) ? 'FREQ=WEEKLY' : null,
    subjectKind: null,
    subjectId: null,
    ownerId: owner.id,
    forUserIds: isForTeam ? [] : [other.id],
    forTeamId: isForTeam ? (owner.teamId ?? teamIds[0] ?? null) : null,
    state: 'scheduled',
    firedAt: null,
    doneById: null,
    doneAt: null,
    version: 1,
    fieldVersions: {},
    createdAt: now,
    updatedAt: now,
    removedAt: null,
    removedById: null,
  };
}

function demoDelayMs(random: DemoOffice['random'], at: number): number {
  if (at % 10 === 0) return -random.int(5 * 60) * MINUTE_MS;
  if (at % 3 === 0) return (1 + random.int(25)) * MINUTE_MS;
  return random.int(6 * 24) * HOUR_MS + 30 * MINUTE_MS;
}
