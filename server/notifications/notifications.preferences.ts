// How somebody wants to be told: one row per person, none before they say something.
import { eq, inArray, sql } from 'drizzle-orm';
import type { Position, Tx, WriteTx } from '#db/database.ts';
import { notificationPreferences } from '#db/schema/notifications.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { emitPreferences } from './notifications.events.ts';
import {
  FIRST_PREFERENCES,
  nextAtMinute,
  type NoticePreferences,
  type OffKind,
  type SetPreferencesInput,
} from './notifications.preferences.schema.ts';
import type { NoticeKind } from './notifications.schema.ts';

type Answer = { item: NoticePreferences; asOf: Position };
type Row = typeof notificationPreferences.$inferSelect;

export function getPreferences(deps: Deps, viewer: Viewer): Promise<Answer> {
  return deps.db.read(async (tx) => ({
    item: await preferencesOf(tx, viewer.id),
    asOf: tx.asOf,
  }));
}

export async function preferencesOf(tx: Tx, userId: string): Promise<NoticePreferences> {
  const row = await findRow(tx, userId);
  return row === undefined ? FIRST_PREFERENCES : toPreferences(row);
}

export async function setPreferences(
  deps: Deps,
  viewer: Viewer,
  { mutationId, ...patch }: SetPreferencesInput,
): Promise<Answer> {
  const { value, asOf } = await writeAs(deps, { viewer, mutationId }, async (tx) => {
    const before = await findRow(tx, viewer.id);
    const wanted = applied(before === undefined ? FIRST_PREFERENCES : toPreferences(before), patch);
    const isNewTime = before?.summaryMinute !== wanted.summaryMinute;
    const summaryAt = isNewTime ? nextOf(wanted, tx.now) : (before?.summaryAt ?? null);
    // Over what is there only what was named: another screen may be changing something else.
    const set = {
      ...namedOf(wanted, patch),
      ...(patch.summaryMinute === undefined ? {} : { summaryAt }),
      version: sql`${notificationPreferences.version} + 1`,
    };
    const [row] = await tx
      .insert(notificationPreferences)
      .values({ userId: viewer.id, ...wanted, summaryAt, version: 1 })
      .onConflictDoUpdate({ target: notificationPreferences.userId, set })
      .returning();
    const item = row === undefined ? wanted : toPreferences(row);
    if (item.workFromMinute === item.workToMinute)
      throw badRequest('no_work_hours', { workToMinute: ['must differ from workFromMinute'] });
    emitPreferences(tx, viewer.id, item);
    const fields = Object.keys(patch);
    tx.audit('notification.preferences', { kind: 'person', id: viewer.id }, { fields });
    return item;
  });
  return { item: value, asOf };
}

/** Those of them who do not want to hear of this kind. */
export async function thoseWithout(
  tx: WriteTx,
  userIds: string[],
  kind: NoticeKind,
): Promise<Set<string>> {
  const { userId, offKinds } = notificationPreferences;
  const rows = await tx
    .select({ userId, offKinds })
    .from(notificationPreferences)
    .where(inArray(userId, userIds));
  return new Set(rows.filter((row) => row.offKinds.includes(kind)).map((row) => row.userId));
}

async function findRow(tx: Tx, userId: string): Promise<Row | undefined> {
  const question = tx.prepared('notifications.preferences', (q) =>
    q
      .select()
      .from(notificationPreferences)
      .where(eq(notificationPreferences.userId, sql.placeholder('userId'))),
  );
  return (await question.execute({ userId }))[0];
}

function toPreferences(row: Row): NoticePreferences {
  const { hasWorkHours, workDays, workFromMinute, workToMinute, quietUntil, summaryMinute } = row;
  const offKinds = row.offKinds as OffKind[];
  const hours = { hasWorkHours, workDays, workFromMinute, workToMinute };
  return { offKinds, ...hours, quietUntil, summaryMinute };
}

function applied(
  before: NoticePreferences,
  patch: Omit<SetPreferencesInput, 'mutationId'>,
): NoticePreferences {
  const said = Object.entries(patch).filter(([, value]) => value !== undefined);
  const after: NoticePreferences = { ...before, ...Object.fromEntries(said) };
  const { offKinds, workDays } = after;
  return {
    ...after,
    offKinds: [...new Set(offKinds)].toSorted(),
    workDays: [...new Set(workDays)].toSorted((a, b) => a - b),
  };
}

function namedOf(item: NoticePreferences, patch: object): Partial<NoticePreferences> {
  const named = Object.entries(patch).flatMap(([name, value]) => (value === undefined ? [] : name));
  return Object.fromEntries(Object.entries(item).filter(([name]) => named.includes(name)));
}

function nextOf({ summaryMinute }: NoticePreferences, now: Date): Date | null {
  return summaryMinute === null ? null : nextAtMinute(summaryMinute, now);
}
