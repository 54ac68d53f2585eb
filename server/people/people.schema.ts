import * as z from 'zod/mini';
import { id, mutationId, optionalText, text } from '../atoms.schema.ts';

export const USERNAME_MIN = 2;
export const USERNAME_MAX = 40;
export const PERSON_NAME_MAX = 60;

const USERNAME = /^[\p{L}\p{N}._-]+$/u;

/** Two usernames that differ only by case are one. */
export function foldUsername(value: string): string {
  return value.normalize('NFC').trim().toLowerCase();
}

export const username = optionalText(USERNAME_MAX).check(
  z.overwrite(foldUsername),
  z.minLength(USERNAME_MIN, { error: `must have at least ${USERNAME_MIN} characters` }),
  z.maxLength(USERNAME_MAX, { error: `must have at most ${USERNAME_MAX} characters` }),
  z.regex(USERNAME, { error: 'must consist of letters, digits, dots, hyphens and underscores' }),
);

export const personName = text(PERSON_NAME_MAX);

export type Role = 'staff' | 'admin';
export type PersonStatus = 'active' | 'inactive';
type Locale = 'ko' | 'en';
type Theme = 'system' | 'light' | 'dark';

export const role = z.enum(['staff', 'admin']);
export const locale = z.enum(['ko', 'en']);
const theme = z.enum(['system', 'light', 'dark']);

/** A colleague in the directory, also a former one: what they wrote keeps their name. */
export type PersonItem = {
  id: string;
  username: string;
  name: string;
  role: Role;
  teamId: string | null;
  status: PersonStatus;
  version: number;
};

/** Oneself: what only oneself needs to know. Also the data of `profile.changed`. */
export type Me = {
  id: string;
  username: string;
  name: string;
  role: Role;
  teamId: string | null;
  locale: Locale;
  theme: Theme;
  /** Enter sends a message and Shift+Enter breaks the line; false: the other way round. */
  enterSends: boolean;
  hasSound: boolean;
};

/** The data of `rights.changed`: ask again for everything in that scope. Lowered: no admin any more. */
export type RightsChange = { scope: 'team' | 'role' | 'rooms' | 'all'; isLowered?: boolean };

export const getPersonInput = z.object({ id });

export const updateProfileInput = z.object({
  name: z.optional(personName),
  locale: z.optional(locale),
  theme: z.optional(theme),
  enterSends: z.optional(z.boolean()),
  hasSound: z.optional(z.boolean()),
  mutationId,
});

export type GetPersonInput = z.infer<typeof getPersonInput>;
export type UpdateProfileInput = z.infer<typeof updateProfileInput>;
