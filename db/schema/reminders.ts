import { bool, id, index, instant, int, json, oneOf, primaryKey, table, text } from './kit.ts';
import { people, teams } from './people.ts';

/**
 * `state` moves scheduled → due (the scheduler, once) → done; a repeating one goes back to scheduled when completed.
 * `warnAt` is when those it is for hear of it early (`warnMinutes` before `dueAt`); null once they have, or never.
 * `searchKey`: the title as search everywhere compares it; null until a start has filled it.
 */
export const reminders = table(
  'reminders',
  {
    id: id().primaryKey(),
    title: text().notNull(),
    dueAt: instant().notNull(),
    repeat: text(),
    warnMinutes: int(),
    warnAt: instant(),
    subjectKind: text(),
    subjectId: id(),
    ownerId: id()
      .notNull()
      .references(() => people.id),
    forUserIds: json<string[]>().notNull(),
    forTeamId: id().references(() => teams.id),
    state: oneOf(['scheduled', 'due', 'done']).notNull(),
    firedAt: instant(),
    doneById: id().references(() => people.id),
    doneAt: instant(),
    version: int().notNull(),
    fieldVersions: json<Record<string, number>>().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    searchKey: text(),
    removedAt: instant(),
    removedById: id().references(() => people.id),
  },
  (t) => [
    index('reminders_due').on(t.state, t.dueAt),
    index('reminders_warn').on(t.warnAt),
    index('reminders_owner').on(t.ownerId, t.removedAt, t.dueAt),
    index('reminders_team').on(t.forTeamId, t.removedAt, t.dueAt),
  ],
);

/**
 * Whom a reminder is for, and what each of them did with it for themselves. A team's people are written when it falls
 * due (`viaTeam`), and it is theirs only as long as they are in that team.
 */
export const reminderPeople = table(
  'reminder_people',
  {
    reminderId: id()
      .notNull()
      .references(() => reminders.id, { onDelete: 'cascade' }),
    userId: id()
      .notNull()
      .references(() => people.id),
    viaTeam: bool().notNull(),
    snoozedUntil: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.reminderId, t.userId] }),
    index('reminder_people_user').on(t.userId, t.reminderId),
    index('reminder_people_snoozed').on(t.snoozedUntil),
  ],
);
