import { useFieldEdit } from '#client/ui/use-field-edit.ts';
import type { ReminderItem, ReminderPatch } from '#server/reminders/reminders.schema.ts';
import { useReminderActs } from './use-reminder-acts.ts';

export function useReminderEdit(reminder: ReminderItem) {
  const { updateReminder } = useReminderActs();
  return useFieldEdit<ReminderItem, ReminderPatch>({
    place: `reminder:${reminder.id}`,
    thing: reminder,
    update: (patch, since) => updateReminder({ ...reminder, version: since }, patch),
    patchOf,
  });
}

function patchOf(reminder: ReminderItem, patch: ReminderPatch): ReminderPatch {
  const fields = Object.keys(patch) as (keyof ReminderPatch)[];
  return Object.fromEntries(fields.map((field) => [field, reminder[field]]));
}
