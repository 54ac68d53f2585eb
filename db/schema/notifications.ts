import { bool, id, index, instant, int, json, table, text, uniqueIndex } from './kit.ts';
import { people } from './people.ts';
import { sessions } from './sessions.ts';

/**
 * What somebody else (or the clock) did that one person should know. `facts` is what the sentence needs, by kind. A
 * snoozed one is out of sight until then, and comes back unread.
 */
export const notifications = table(
  'notifications',
  {
    id: id().primaryKey(),
    userId: id()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: id().notNull(),
    actorId: id().references(() => people.id),
    facts: json<Record<string, string>>().notNull(),
    version: int().notNull(),
    createdAt: instant().notNull(),
    readAt: instant(),
    snoozedUntil: instant(),
  },
  (t) => [
    index('notifications_snoozed').on(t.snoozedUntil),
    index('notifications_created').on(t.createdAt),
    index('notifications_user').on(t.userId, t.readAt, t.createdAt),
    index('notifications_newest').on(t.userId, t.createdAt, t.id),
    index('notifications_subject').on(t.subjectKind, t.subjectId),
  ],
);

/**
 * How one person wants to be told, on all their devices; without a row: of everything, at any hour. Minutes are those
 * since midnight in Seoul; `workDays` counts Monday as 1. Outside the working hours, and until `quietUntil`, notices are
 * gathered in silence. `summaryMinute`: when the list of what is overdue comes each day.
 */
export const notificationPreferences = table(
  'notification_preferences',
  {
    userId: id()
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    offKinds: json<string[]>().notNull(),
    hasWorkHours: bool().notNull(),
    workDays: json<number[]>().notNull(),
    workFromMinute: int().notNull(),
    workToMinute: int().notNull(),
    quietUntil: instant(),
    summaryMinute: int(),
    summaryAt: instant(),
    version: int().notNull(),
  },
  (t) => [index('notification_preferences_summary').on(t.summaryAt)],
);

/** A browser that can be told something while no page is open. `endpoint` is its maker's address for it. */
export const pushSubscriptions = table(
  'push_subscriptions',
  {
    id: id().primaryKey(),
    userId: id()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    sessionId: id()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    endpoint: text().notNull(),
    publicKey: text().notNull(),
    authSecret: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('push_subscriptions_endpoint').on(t.endpoint),
    index('push_subscriptions_user').on(t.userId),
    index('push_subscriptions_session').on(t.sessionId),
  ],
);

/** What is to be sent to such browsers: written with its cause, taken by one process, gone when it was delivered. */
export const pushOutbox = table(
  'push_outbox',
  {
    id: id().primaryKey(),
    subscriptionId: id()
      .notNull()
      .references(() => pushSubscriptions.id, { onDelete: 'cascade' }),
    payload: text().notNull(),
    attempts: int().notNull(),
    sendAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    index('push_outbox_due').on(t.sendAt),
    index('push_outbox_subscription').on(t.subscriptionId),
  ],
);
