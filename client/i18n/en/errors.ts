import type { errors as ko } from '../ko/errors.ts';
import type { SameKeys } from '../same-keys.ts';

export const errors: SameKeys<typeof ko> = {
  network: 'The connection was lost. What you wrote is kept; try again in a moment.',
  unknown: 'Something went wrong. What you wrote is kept; please try again.',
  wait_one: 'Too many attempts. Try again in {{count}} second.',
  wait_other: 'Too many attempts. Try again in {{count}} seconds.',
  waitMinutes_one: 'Too many attempts. Try again in {{count}} minute.',
  waitMinutes_other: 'Too many attempts. Try again in {{count}} minutes.',
  code: {
    BAD_REQUEST: 'Please check what you entered. Nothing has been saved yet.',
    UNAUTHORIZED: 'You have been signed out. Please sign in again.',
    FORBIDDEN: 'You are not allowed to do that. Nothing was changed.',
    NOT_FOUND: 'This cannot be found. It was removed, or you can no longer see it.',
    CONFLICT: 'Somebody changed this meanwhile. Look at it as it is now and try again.',
    PRECONDITION_FAILED: 'That is not possible in its present state. Nothing was changed.',
    PAYLOAD_TOO_LARGE: 'That is too large to send. Make it smaller and try again.',
    TOO_MANY_REQUESTS: 'Too many attempts. Try again in a moment.',
    INTERNAL_SERVER_ERROR: 'The server had a problem. What you wrote is kept; please try again.',
  },
  reason: {
    not_signed_in: 'You have been signed out. Please sign in again.',
    wrong_credentials: 'That name and password do not match. Please check them.',
    admins_only: 'Only admins can do that.',
    invalid_input: 'Please check what you entered. Nothing has been saved yet.',
    field_conflict:
      'Somebody changed the same field meanwhile. Look at it as it is now and try again.',
  },
};
