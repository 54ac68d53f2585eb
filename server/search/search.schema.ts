// Search everywhere: inputs, shapes. What is found says as much as a row needs to show itself and to be opened.
import * as z from 'zod/mini';
import { id, optionalText } from '../atoms.schema.ts';
import type { RoomItem } from '../chat/chat.schema.ts';
import type { FoundMessage } from '../chat/chat.search.schema.ts';
import type { PersonItem } from '../people/people.schema.ts';
import type { PromotionItem } from '../promotions/promotions.schema.ts';
import type { ReminderItem } from '../reminders/reminders.schema.ts';
import type { TaskItem } from '../tasks/tasks.schema.ts';

export const SEARCH_TEXT_MAX = 200;
const PER_KIND_MAX = 20;
const PER_KIND_DEFAULT = 5;
const LOOKED_UP_MAX = 20;

const SEARCH_KINDS = ['person', 'room', 'task', 'message', 'promotion', 'reminder'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export type FoundPerson = Pick<PersonItem, 'id' | 'name' | 'username' | 'role' | 'teamId'>;
export type FoundRoom = Pick<RoomItem, 'id' | 'kind' | 'title' | 'teamId' | 'memberIds'>;
export type FoundTask = Pick<
  TaskItem,
  'id' | 'title' | 'status' | 'teamId' | 'assigneeId' | 'dueOn' | 'dueAt'
>;
export type FoundPromotion = Pick<
  PromotionItem,
  'id' | 'title' | 'category' | 'startsOn' | 'endsOn' | 'stoppedAt'
>;
export type FoundReminder = Pick<ReminderItem, 'id' | 'title' | 'dueAt' | 'state'>;

/** Each the best first. A kind that was not asked for is empty. */
export type FoundGroups = {
  person: FoundPerson[];
  room: FoundRoom[];
  task: FoundTask[];
  message: FoundMessage[];
  promotion: FoundPromotion[];
  reminder: FoundReminder[];
};

/** All words of `text` stand in what is found; without `kinds` all kinds; `limit` is for each of them. */
export const searchAllInput = z.object({
  text: optionalText(SEARCH_TEXT_MAX),
  kinds: z.optional(z.array(z.enum(SEARCH_KINDS)).check(z.maxLength(SEARCH_KINDS.length))),
  limit: z._default(
    z
      .int({ error: 'must be a whole number' })
      .check(
        z.gte(1, { error: `must be from 1 to ${PER_KIND_MAX}` }),
        z.lte(PER_KIND_MAX, { error: `must be from 1 to ${PER_KIND_MAX}` }),
      ),
    PER_KIND_DEFAULT,
  ),
});

const LOOKED_UP_KINDS = ['task', 'promotion', 'reminder'] as const;

/** Things somebody opened before, by what they are. */
export const lookUpInput = z.object({
  things: z
    .array(z.object({ kind: z.enum(LOOKED_UP_KINDS), id }))
    .check(z.maxLength(LOOKED_UP_MAX)),
});

export type SearchAllInput = z.infer<typeof searchAllInput>;
export type LookUpInput = z.infer<typeof lookUpInput>;
