// What events say about moments to come: the scheduler of each process sleeps no longer than until the next of them.
import type { LoggedEvent } from '../live/log.ts';
import type { ReminderEventData } from '../reminders/reminders.schema.ts';

export function momentsOf(event: LoggedEvent): Date[] {
  if (event.feature !== 'reminders' || event.data === null) return [];
  const { state, dueAt, mySnoozedUntil } = event.data as ReminderEventData;
  return [
    ...(state === 'scheduled' ? [dueAt] : []),
    ...(mySnoozedUntil === null ? [] : [mySnoozedUntil]),
  ];
}
