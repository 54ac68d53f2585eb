import { admin } from './en/admin.ts';
import { app } from './en/app.ts';
import { auth } from './en/auth.ts';
import { chat } from './en/chat.ts';
import { common } from './en/common.ts';
import { errors } from './en/errors.ts';
import { files } from './en/files.ts';
import { find } from './en/find.ts';
import { notices } from './en/notices.ts';
import { people } from './en/people.ts';
import { promotions } from './en/promotions.ts';
import { reminders } from './en/reminders.ts';
import { settings } from './en/settings.ts';
import { setup } from './en/setup.ts';
import { task } from './en/task.ts';
import { tasks } from './en/tasks.ts';
import { today } from './en/today.ts';
import { views } from './en/views.ts';
import type { ko } from './ko.ts';
import type { SameKeys } from './same-keys.ts';

export const en: SameKeys<typeof ko> = {
  admin,
  app,
  auth,
  chat,
  common,
  errors,
  files,
  find,
  notices,
  people,
  promotions,
  reminders,
  settings,
  setup,
  task,
  tasks,
  today,
  views,
};
