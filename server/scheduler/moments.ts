// What events say about moments to come: the scheduler of each process sleeps no longer than until the next of them.
import type { ScheduledMessage } from '../chat/chat.schedule.schema.ts';
import type { LoggedEvent } from '../live/log.ts';
import {
  nextAtMinute,
  type NoticePreferences,
} from '../notifications/notifications.preferences.schema.ts';
import type { NoticesSnoozedData } from '../notifications/notifications.schema.ts';
import type { ReminderEventData } from '../reminders/reminders.schema.ts';

export function momentsOf(event: LoggedEvent): Date[] {
  if (event.data === null) return [];
  if (event.kind === 'scheduled.changed') {
    const { failure, sendAt } = event.data as ScheduledMessage;
    return failure === null ? [sendAt] : [];
  }
  if (event.kind === 'notification.snoozed') {
    const { snoozedUntil } = event.data as NoticesSnoozedData;
    return snoozedUntil === null ? [] : [snoozedUntil];
  }
  if (event.kind === 'preferences.changed') {
    const { summaryMinute } = event.data as NoticePreferences;
    return summaryMinute === null ? [] : [nextAtMinute(summaryMinute, event.at)];
  }
  if (event.feature !== 'reminders') return [];
  const { state, dueAt, warnMinutes, mySnoozedUntil } = event.data as ReminderEventData;
  return [
    ...(state === 'scheduled' ? [dueAt, earlier(dueAt, warnMinutes ?? 0)] : []),
    ...(mySnoozedUntil === null ? [] : [mySnoozedUntil]),
  ];
}

function earlier(at: Date, minutes: number): Date {
  return new Date(at.getTime() - minutes * 60_000);
}
