import { admin } from './ko/admin.ts';
import { app } from './ko/app.ts';
import { auth } from './ko/auth.ts';
import { chat } from './ko/chat.ts';
import { common } from './ko/common.ts';
import { errors } from './ko/errors.ts';
import { files } from './ko/files.ts';
import { find } from './ko/find.ts';
import { notices } from './ko/notices.ts';
import { people } from './ko/people.ts';
import { promotions } from './ko/promotions.ts';
import { reminders } from './ko/reminders.ts';
import { settings } from './ko/settings.ts';
import { setup } from './ko/setup.ts';
import { task } from './ko/task.ts';
import { tasks } from './ko/tasks.ts';
import { today } from './ko/today.ts';
import { views } from './ko/views.ts';

export const ko = {
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
} as const;
