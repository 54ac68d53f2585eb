import { id, index, instant, int, oneOf, table, text, uniqueIndex } from './kit.ts';
import { people } from './people.ts';

/** `id` is the SHA-256 of what the cookie holds: a stolen database opens no session. */
export const sessions = table(
  'sessions',
  {
    id: id().primaryKey(),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    userAgent: text().notNull(),
    address: text().notNull(),
  },
  (t) => [
    index('sessions_person').on(t.personId, t.createdAt),
    index('sessions_expiry').on(t.expiresAt),
  ],
);

/** Tokens for scripts; only the hash of the secret is kept. */
export const tokens = table(
  'tokens',
  {
    id: id().primaryKey(),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    scope: oneOf(['read', 'write']).notNull(),
    secretHash: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    uniqueIndex('tokens_secret').on(t.secretHash),
    index('tokens_person').on(t.personId, t.createdAt),
  ],
);

/** What is left of a budget (wrong passwords per account and per address); kept here so that a restart forgives nothing. */
export const budgets = table(
  'budgets',
  {
    key: text().primaryKey(),
    used: int().notNull(),
    resetsAt: instant().notNull(),
  },
  (t) => [index('budgets_reset').on(t.resetsAt)],
);
