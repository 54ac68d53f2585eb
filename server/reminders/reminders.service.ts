// Setting, changing and removing reminders. Who may do it is asked inside the write, of the row as it is then.
// The audit names ids, fields and lengths, never what a reminder says.
import { eq } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { insertedOrFound } from '#db/inserted-or-found.ts';
import { reminders } from '#db/schema/reminders.ts';
import type { Deps } from '../deps.ts';
import { conflict, forbidden } from '../errors.ts';
import { repeatOf } from '../repeat.ts';
import { dropReminderNotices } from '../notifications/notifications.drop.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { applied, changesOf, conflictsOf, startsAnew } from './reminders.change.ts';
import { emitReminder } from './reminders.events.ts';
import { newReminder, requireRecentStart } from './reminders.new.ts';
import {
  forgetFalling,
  insertNamed,
  peopleOf,
  replaceNamed,
  requireRecipients,
} from './reminders.people.ts';
import { reminderAbilities } from './reminders.policy.ts';
import { type ReminderRow, toReminderItem } from './reminders.row.ts';
import type { CreateReminderInput, ReminderItem, UpdateReminderInput } from './reminders.schema.ts';
import { lockVisibleReminder } from './reminders.visible.ts';

export type ChangedReminder = { item: ReminderItem; asOf: Position };

/** A retry with the same id returns the reminder that is already there; somebody else's id is a CONFLICT without content. */
export async function createReminder(
  deps: Deps,
  viewer: Viewer,
  input: CreateReminderInput,
): Promise<ChangedReminder> {
  const repeat = repeatOf(input.repeat, input.dueAt) ?? null;
  const create = () =>
    writeAs(deps, actOf(viewer, input), async (tx, viewer) => {
      const [existing] = await tx.select().from(reminders).where(eq(reminders.id, input.id));
      if (existing !== undefined) return repeated(tx, viewer, existing);
      const row = newReminder({ ...input, repeat }, viewer, tx.now);
      requireRecentStart(row, tx.now);
      await requireRecipients(tx, { userIds: row.forUserIds, teamId: row.forTeamId });
      await tx.insert(reminders).values(row);
      await insertNamed(tx, row);
      const item = toReminderItem(row, [], null);
      emitReminder(tx, 'reminder.created', { item });
      const { forUserIds, forTeamId, subjectKind, subjectId } = row;
      tx.audit(
        'reminder.create',
        { kind: 'reminder', id: row.id },
        {
          titleLength: row.title.length,
          dueAt: row.dueAt,
          repeat,
          forUserIds,
          forTeamId,
          subjectKind,
          subjectId,
        },
      );
      return item;
    });
  const { value, asOf } = await insertedOrFound(create);
  return { item: value, asOf };
}

/** Different fields merge; the same field changed to something else since `version` is a CONFLICT with the current one. */
export async function updateReminder(
  deps: Deps,
  viewer: Viewer,
  input: UpdateReminderInput,
): Promise<ChangedReminder> {
  const repeat = repeatOf(input.patch.repeat, input.patch.dueAt);
  const patch = repeat === undefined ? input.patch : { ...input.patch, repeat };
  const { value, asOf } = await writeAs(deps, actOf(viewer, input), async (tx, viewer) => {
    const before = await lockVisibleReminder(tx, viewer, input.id);
    if (!reminderAbilities(viewer, before).edit) throw forbidden('reminder_not_yours');
    const changes = changesOf(before, patch);
    if (changes.length === 0) return await itemFor(tx, viewer, before);
    if (conflictsOf(before, changes, input.version).length > 0)
      throw conflict('field_conflict', await itemFor(tx, viewer, before));
    const after = applied(before, changes, tx.now);
    if (changes.some(({ field }) => field === 'dueAt' || field === 'repeat'))
      requireRecentStart(after, tx.now);
    const isForOthers = changes.some(({ field }) => field === 'recipients');
    if (isForOthers) await requireRecipients(tx, newRecipients(before, after));
    await tx.update(reminders).set(after).where(eq(reminders.id, after.id));
    if (isForOthers) await replaceNamed(tx, after);
    else if (startsAnew(before, changes)) await forgetFalling(tx, after.id);
    const people = await peopleOf(tx, [after.id], viewer.id);
    emitReminder(tx, 'reminder.changed', { before, item: toReminderItem(after, people, null) });
    if (isForOthers) await dropReminderNotices(tx, after.id, after);
    const fields = changes.map(({ field }) => field);
    tx.audit(
      'reminder.update',
      { kind: 'reminder', id: after.id },
      { fields, ...whenAndWho(after) },
    );
    return toReminderItem(after, people, viewer.id);
  });
  return { item: value, asOf };
}

export function actOf(viewer: Viewer, input: { mutationId?: string | undefined }) {
  return { viewer, mutationId: input.mutationId };
}

export async function itemFor(
  tx: WriteTx,
  viewer: Viewer,
  row: ReminderRow,
): Promise<ReminderItem> {
  return toReminderItem(row, await peopleOf(tx, [row.id], viewer.id), viewer.id);
}

async function repeated(tx: WriteTx, viewer: Viewer, existing: ReminderRow): Promise<ReminderItem> {
  if (existing.ownerId !== viewer.id || existing.removedAt !== null) throw conflict('id_in_use');
  return await itemFor(tx, viewer, existing);
}

/** Who was named before may stay, even when they are former colleagues by now. */
function newRecipients(before: ReminderRow, after: ReminderRow) {
  const known = new Set(before.forUserIds);
  return {
    userIds: after.forUserIds.filter((id) => !known.has(id)),
    teamId: after.forTeamId === before.forTeamId ? null : after.forTeamId,
  };
}

function whenAndWho(row: ReminderRow) {
  const { dueAt, repeat, forUserIds, forTeamId } = row;
  return { titleLength: row.title.length, dueAt, repeat, forUserIds, forTeamId };
}
