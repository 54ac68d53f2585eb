// The small parts every input is built from. Text is stored NFC and measured after it, in UTF-16 units.
import * as z from 'zod/mini';

export const PAGE_DEFAULT = 50;
export const PAGE_MAX = 200;
/** Of a rule by which something repeats. */
export const REPEAT_MAX = 200;

/** Made by whoever creates the thing, so that a retry is the same insert. */
export const id = z
  .uuid({ error: 'must be a UUID' })
  .check(z.overwrite((value) => value.toLowerCase()));

/** One line or many, 1 to `max` UTF-16 units after NFC and trimming. */
export function text(max: number) {
  return storable(max).check(z.minLength(1, { error: 'must not be empty' }));
}

/** Like text(), but may be empty. */
export function optionalText(max: number) {
  return storable(max);
}

function storable(max: number) {
  return z.string({ error: 'must be text' }).check(
    z.refine((value) => value.length <= max * 4 + 1000, {
      error: `must have at most ${max} characters`,
      abort: true,
    }),
    z.refine((value) => !value.includes('\0'), {
      error: 'must not contain the character U+0000',
      abort: true,
    }),
    z.refine((value) => value.isWellFormed(), {
      error: 'must not contain half of a surrogate pair',
      abort: true,
    }),
    z.overwrite((value) => value.normalize('NFC').trim()),
    z.maxLength(max, { error: `must have at most ${max} characters` }),
  );
}

const DAY = /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** A calendar day in Asia/Seoul, `YYYY-MM-DD`, from 1900 to 2199. */
export const day = z.string({ error: 'must be a day like 2026-11-22' }).check(
  z.refine((value) => DAY.test(value) && isCalendarDay(value), {
    error: 'must be a day like 2026-11-22',
  }),
);

function isCalendarDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value;
}

const FIRST_INSTANT_MS = Date.UTC(1900, 0, 1);
const LAST_INSTANT_MS = Date.UTC(2200, 0, 1);

/** A moment between 1900 and 2199. */
export const instant = z.date({ error: 'must be a date and time' }).check(
  z.refine((value) => value.getTime() >= FIRST_INSTANT_MS && value.getTime() < LAST_INSTANT_MS, {
    error: 'must lie between 1900 and 2199',
  }),
);

/** How many rows a page may have. */
export const limit = z._default(
  z
    .int({ error: 'must be a whole number' })
    .check(
      z.gte(1, { error: `must be from 1 to ${PAGE_MAX}` }),
      z.lte(PAGE_MAX, { error: `must be from 1 to ${PAGE_MAX}` }),
    ),
  PAGE_DEFAULT,
);

/** Names one act of one client; its events repeat it, so that the client knows its own. */
export const mutationId = z.optional(id);

/** Where a page starts: the sort key of the last row before it, as the page before said. Opaque to callers. */
export const cursor = z.optional(z.string({ error: 'must be a cursor' }).check(z.maxLength(500)));

/** A place in the log of changes, `<epoch>:<seq>`. */
export const position = z
  .string({ error: 'must be a position' })
  .check(z.regex(/^[0-9a-z-]{1,40}:\d{1,15}$/, { error: 'must be a position like epoch:123' }));
