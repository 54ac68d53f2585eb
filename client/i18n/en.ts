import { app } from './en/app.ts';
import { auth } from './en/auth.ts';
import { common } from './en/common.ts';
import { errors } from './en/errors.ts';
import { people } from './en/people.ts';
import { settings } from './en/settings.ts';
import { setup } from './en/setup.ts';
import type { ko } from './ko.ts';
import type { SameKeys } from './same-keys.ts';

export const en: SameKeys<typeof ko> = {
  app,
  auth,
  common,
  errors,
  people,
  settings,
  setup,
};
