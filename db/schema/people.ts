import { bool, id, index, instant, int, oneOf, table, text, uniqueIndex } from './kit.ts';

export const teams = table(
  'teams',
  {
    id: id().primaryKey(),
    name: text().notNull(),
    version: int().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('teams_name').on(t.name)],
);

/**
 * `username` is stored folded (lower case): two names that differ only by case are one. `enterSends`: Enter sends a
 * message and Shift+Enter breaks the line, or the other way round. `hasSound`: something new may be heard.
 */
export const people = table(
  'people',
  {
    id: id().primaryKey(),
    username: text().notNull(),
    name: text().notNull(),
    role: oneOf(['staff', 'admin']).notNull(),
    status: oneOf(['active', 'inactive']).notNull(),
    teamId: id().references(() => teams.id),
    locale: oneOf(['ko', 'en']).notNull(),
    theme: oneOf(['system', 'light', 'dark']).notNull(),
    enterSends: bool().notNull().default(true),
    hasSound: bool().notNull().default(true),
    passwordHash: text().notNull(),
    version: int().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    deactivatedAt: instant(),
  },
  (t) => [
    uniqueIndex('people_username').on(t.username),
    index('people_name').on(t.name, t.id),
    index('people_team').on(t.teamId),
    index('people_role').on(t.role, t.status),
  ],
);
