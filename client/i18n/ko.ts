import { app } from './ko/app.ts';
import { auth } from './ko/auth.ts';
import { common } from './ko/common.ts';
import { errors } from './ko/errors.ts';
import { people } from './ko/people.ts';
import { settings } from './ko/settings.ts';
import { setup } from './ko/setup.ts';

export const ko = {
  app,
  auth,
  common,
  errors,
  people,
  settings,
  setup,
} as const;
