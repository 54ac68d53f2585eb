import { common } from './ko/common.ts';
import { errors } from './ko/errors.ts';

export const ko = {
  common,
  errors,
} as const;
