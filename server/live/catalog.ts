// Which feature decides who may see its events: one line per feature. Asked at every delivery, with rights of now.
import { seesChatEvent } from '../chat/chat.policy.ts';
import { seesNotice } from '../notifications/notifications.policy.ts';
import { seesReminder } from '../reminders/reminders.policy.ts';
import { seesTask } from '../tasks/tasks.policy.ts';
import { seesView } from '../views/views.policy.ts';
import type { RoomScoped } from '../chat/chat.schema.ts';
import type { NoticeData } from '../notifications/notifications.schema.ts';
import type { ReminderItem } from '../reminders/reminders.schema.ts';
import type { TaskScoped } from '../tasks/tasks.schema.ts';
import type { ViewScope } from '../views/views.schema.ts';
import type { Feature } from './live.schema.ts';
import type { LoggedEvent } from './log.ts';
import type { Rights } from './rights.ts';

type Sight = (viewer: Rights, event: LoggedEvent) => boolean;

const sights: Record<Feature, Sight> = {
  tasks: (viewer, event) => seesTask(viewer, event.data as TaskScoped),
  chat: (viewer, event) => seesChatEvent(viewer, event.data as RoomScoped),
  reminders: (viewer, event) => seesReminder(viewer, event.data as ReminderItem),
  promotions: () => true,
  people: () => true,
  teams: () => true,
  day: () => true,
  views: (viewer, event) => seesView(viewer, event.data as ViewScope),
  notifications: (viewer, event) => seesNotice(viewer, event.data as NoticeData),
};

/** May see → the full event; otherwise it is `gone` for them. */
export function maySee(viewer: Rights, event: LoggedEvent): boolean {
  return event.data !== null && sights[event.feature](viewer, event);
}
