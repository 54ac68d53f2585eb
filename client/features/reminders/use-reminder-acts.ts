// What people do with reminders: shown at once, sent to the server, put back if it is refused.
import { newId } from '#client/api/new-id.ts';
import { trpc } from '#client/api/trpc.ts';
import { useAct } from '#client/live/use-act.ts';
import type { Provisional } from '#client/live/pending-acts.ts';
import { now } from '#client/ui/clock.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { ReminderItem, ReminderPatch } from '#server/reminders/reminders.schema.ts';

export type NewReminder = Pick<
  ReminderItem,
  'title' | 'dueAt' | 'repeat' | 'forUserIds' | 'forTeamId'
> &
  Partial<Pick<ReminderItem, 'subject' | 'warnMinutes'>>;

export function useReminderActs() {
  const viewer = useViewer();
  const act = useAct();
  const { client } = trpc.useUtils();

  function createReminder(reminder: NewReminder) {
    const id = newId();
    const isForNobody = reminder.forTeamId === null && reminder.forUserIds.length === 0;
    const item = {
      ...blank(id, viewer.id),
      ...reminder,
      forUserIds: isForNobody ? [viewer.id] : reminder.forUserIds,
    };
    return act({
      provisional: [shared('reminder.created', item)],
      send: (mutationId) => client.reminders.create.mutate({ ...reminder, id, mutationId }),
    });
  }

  /** `reminder` is as the person saw it when they changed it. */
  function updateReminder(reminder: ReminderItem, patch: ReminderPatch) {
    const given = Object.fromEntries(
      Object.entries(patch).filter(([, value]) => value !== undefined),
    );
    const next: ReminderItem = { ...reminder, ...given };
    const anew = { state: 'scheduled', doneBy: null, doneAt: null } as const;
    if (patch.dueAt !== undefined) Object.assign(next, anew);
    return act({
      provisional: [shared('reminder.changed', next)],
      send: (mutationId) =>
        client.reminders.update.mutate({
          id: reminder.id,
          version: reminder.version,
          patch,
          mutationId,
        }),
    });
  }

  /** A repeating one comes back with its next time once the server has said which. */
  function completeReminder(reminder: ReminderItem) {
    const done: ReminderItem = { ...reminder, state: 'done', doneBy: viewer.id, doneAt: now() };
    return act({
      provisional: [shared('reminder.done', { ...done, mySnoozedUntil: null })],
      send: (mutationId) =>
        client.reminders.complete.mutate({ id: reminder.id, dueAt: reminder.dueAt, mutationId }),
    });
  }

  /** `wasDone`: of a repeating one, the time that is to be there again. */
  function reopenReminder(reminder: ReminderItem, wasDone?: { dueAt: Date; repeat: string }) {
    const undone = { state: 'scheduled', doneBy: null, doneAt: null } as const;
    return act({
      provisional: [shared('reminder.changed', { ...reminder, ...wasDone, ...undone })],
      send: (mutationId) =>
        client.reminders.reopen.mutate({ id: reminder.id, wasDone, mutationId }),
    });
  }

  /** Null: due now, as if it had not been put off. */
  function snoozeReminder(reminder: ReminderItem, until: Date | null) {
    return act({
      provisional: [shared('reminder.snoozed', { ...reminder, mySnoozedUntil: until })],
      send: (mutationId) => client.reminders.snooze.mutate({ id: reminder.id, until, mutationId }),
    });
  }

  /** By its owner, who has just removed it. */
  function restoreReminder(reminder: ReminderItem) {
    return act({
      provisional: [],
      send: (mutationId) => client.reminders.restore.mutate({ id: reminder.id, mutationId }),
    });
  }

  function removeReminder(reminder: ReminderItem) {
    return act({
      provisional: [
        { feature: 'reminders', kind: 'reminder.removed', id: reminder.id, gone: true },
      ],
      send: (mutationId) => client.reminders.remove.mutate({ id: reminder.id, mutationId }),
    });
  }

  return {
    createReminder,
    updateReminder,
    completeReminder,
    reopenReminder,
    snoozeReminder,
    removeReminder,
    restoreReminder,
  };
}

function shared(kind: string, data: ReminderItem): Provisional {
  return { feature: 'reminders', kind, id: data.id, data };
}

function blank(id: string, ownerId: string): ReminderItem {
  return {
    id,
    title: '',
    dueAt: now(),
    repeat: null,
    warnMinutes: null,
    subject: null,
    ownerId,
    forUserIds: [],
    forTeamId: null,
    state: 'scheduled',
    firedAt: null,
    teamUserIds: [],
    mySnoozedUntil: null,
    doneBy: null,
    doneAt: null,
    version: 0,
  };
}
