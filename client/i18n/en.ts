import { common } from './en/common.ts';
import { errors } from './en/errors.ts';
import type { ko } from './ko.ts';
import type { SameKeys } from './same-keys.ts';

export const en: SameKeys<typeof ko> = {
  common,
  errors,
};
