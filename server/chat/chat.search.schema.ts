// Searching in chat: inputs, shapes.
import * as z from 'zod/mini';
import { day, id, optionalText } from '../atoms.schema.ts';
import { type Message, MESSAGE_MAX } from './chat.schema.ts';

const FOUND_MAX = 50;
const FOUND_DEFAULT = 20;

export type FoundMessage = Pick<
  Message,
  'id' | 'roomId' | 'no' | 'authorId' | 'body' | 'files' | 'createdAt' | 'editedAt'
>;

/**
 * Words stand anywhere, also inside of others; what is in quotes stands as it is. Days are Seoul's: on `after` or later,
 * before `before`. Nothing at all finds nothing.
 */
export const searchInput = z.object({
  text: z._default(optionalText(MESSAGE_MAX), ''),
  fromId: z.optional(id),
  roomId: z.optional(id),
  before: z.optional(day),
  after: z.optional(day),
  hasFile: z._default(z.boolean(), false),
  cursor: z.optional(
    z.string().check(z.regex(/^\d{1,15}$/, { error: 'is not a cursor of this list' })),
  ),
  limit: z._default(
    z
      .int({ error: 'must be a whole number' })
      .check(
        z.gte(1, { error: `must be from 1 to ${FOUND_MAX}` }),
        z.lte(FOUND_MAX, { error: `must be from 1 to ${FOUND_MAX}` }),
      ),
    FOUND_DEFAULT,
  ),
});

export type SearchInput = z.infer<typeof searchInput>;
