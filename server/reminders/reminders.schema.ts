// Reminders on the wire: limits, inputs, shapes.
import * as z from 'zod/mini';
import {
  cursor,
  id,
  instant,
  limit,
  mutationId,
  PAGE_DEFAULT,
  REPEAT_MAX,
  text,
} from '../atoms.schema.ts';

export const REMINDER_TITLE_MAX = 200;
const REMINDER_PEOPLE_MAX = 100;
/** Thirty days. */
export const REMINDER_WARN_MAX_MINUTES = 43_200;

const REMINDER_STATES = ['scheduled', 'due', 'done'] as const;
const REMINDER_SUBJECTS = ['task', 'message', 'room', 'promotion', 'person'] as const;
const REMINDER_SORTS = ['due', 'done'] as const;

export type ReminderState = (typeof REMINDER_STATES)[number];
export type ReminderSort = (typeof REMINDER_SORTS)[number];

/** What it is about: a place to open, whose own rights are asked there. */
export type ReminderSubject = { kind: (typeof REMINDER_SUBJECTS)[number]; id: string };

/** What decides who may see a reminder. */
export type ReminderScope = {
  ownerId: string;
  forUserIds: string[];
  forTeamId: string | null;
};

export type ReminderItem = ReminderScope & {
  id: string;
  title: string;
  /** When it falls (or fell) due; for one that fires late, still the original time. */
  dueAt: Date;
  /** An RRULE, read in Seoul's wall time from `dueAt` on. */
  repeat: string | null;
  /** How long before `dueAt` those it is for hear of it; null: not before. */
  warnMinutes: number | null;
  subject: ReminderSubject | null;
  state: ReminderState;
  /** When it fell due: later than `dueAt` only if no server ran then. */
  firedAt: Date | null;
  /** The people of `forTeamId` when it fell due (without those named in `forUserIds`); empty before. */
  teamUserIds: string[];
  /** The asker's own. In events for several people always null, and then says nothing about anybody's. */
  mySnoozedUntil: Date | null;
  /** Of a repeating one: of its last time. */
  doneBy: string | null;
  doneAt: Date | null;
  version: number;
};

export type ReminderEventData = ReminderItem;

const state = z.enum(REMINDER_STATES, { error: `must be one of ${REMINDER_STATES.join(', ')}` });
const forUserIds = z.array(id).check(z.maxLength(REMINDER_PEOPLE_MAX));
const repeat = z.nullable(text(REPEAT_MAX));
const warnMinutes = z.nullable(z.int().check(z.gte(1), z.lte(REMINDER_WARN_MAX_MINUTES)));
const subject = z.nullable(z.object({ kind: z.enum(REMINDER_SUBJECTS), id }));

/** `from <= dueAt < to`. Sorted by when it is due, or (only those that were done) the last done first. */
export const listRemindersInput = z._default(
  z.object({
    state: z.optional(z.union([state, z.array(state).check(z.maxLength(REMINDER_STATES.length))])),
    from: z.optional(instant),
    to: z.optional(instant),
    sort: z._default(z.enum(REMINDER_SORTS), 'due'),
    cursor,
    limit,
  }),
  { sort: 'due', limit: PAGE_DEFAULT },
);

export const reminderIdInput = z.object({ id });

/** For nobody named and no team: for oneself. */
export const createReminderInput = z.object({
  id,
  title: text(REMINDER_TITLE_MAX),
  dueAt: instant,
  repeat: z._default(repeat, null),
  warnMinutes: z._default(warnMinutes, null),
  subject: z._default(subject, null),
  forUserIds: z._default(forUserIds, []),
  forTeamId: z._default(z.nullable(id), null),
  mutationId,
});

const reminderPatch = z
  .object({
    title: z.optional(text(REMINDER_TITLE_MAX)),
    dueAt: z.optional(instant),
    repeat: z.optional(repeat),
    warnMinutes: z.optional(warnMinutes),
    subject: z.optional(subject),
    forUserIds: z.optional(forUserIds),
    forTeamId: z.optional(z.nullable(id)),
  })
  .check(z.refine((patch) => Object.keys(patch).length > 0, { error: 'must change something' }));

/** `version` is that of the row the patch was made from: a field changed since then is a conflict. */
export const updateReminderInput = z.object({
  id,
  version: z.int().check(z.gte(1)),
  patch: reminderPatch,
  mutationId,
});

/** `dueAt` says which time of a repeating one is meant: if somebody did that one already, nothing happens. */
export const completeReminderInput = z.object({ id, dueAt: z.optional(instant), mutationId });
/** `wasDone`: of a repeating one, which time was done, with the rule as it was then. */
export const reopenReminderInput = z.object({
  id,
  wasDone: z.optional(z.object({ dueAt: instant, repeat: text(REPEAT_MAX) })),
  mutationId,
});
/** Null: due now, as if it had not been put off. */
export const snoozeReminderInput = z.object({ id, until: z.nullable(instant), mutationId });
export const removeReminderInput = z.object({ id, mutationId });
export const restoreReminderInput = z.object({ id, mutationId });

export type ListRemindersInput = z.infer<typeof listRemindersInput>;
export type CreateReminderInput = z.infer<typeof createReminderInput>;
export type ReminderPatch = z.infer<typeof reminderPatch>;
export type UpdateReminderInput = z.infer<typeof updateReminderInput>;
export type CompleteReminderInput = z.infer<typeof completeReminderInput>;
export type ReopenReminderInput = z.infer<typeof reopenReminderInput>;
export type SnoozeReminderInput = z.infer<typeof snoozeReminderInput>;
export type RemoveReminderInput = z.infer<typeof removeReminderInput>;
export type RestoreReminderInput = z.infer<typeof restoreReminderInput>;
