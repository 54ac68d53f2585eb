// The only place where errors that people see are made. The code says what kind it is (contract of the API), the
// reason is stable and translated by the screens, and the message is for people who read logs and scripts.
import { TRPCError } from '@trpc/server';

/** What travels beside code and message; absent parts are left out. */
export type ErrorFacts = {
  reason: string;
  fields?: Record<string, string[]>;
  current?: unknown;
  retryAfterSeconds?: number;
};

type Code = ConstructorParameters<typeof TRPCError>[0]['code'];

export class HaruError extends TRPCError {
  readonly facts: ErrorFacts;
  constructor(code: Code, message: string, facts: ErrorFacts) {
    super({ code, message });
    this.facts = facts;
  }
}

export function unauthorized(reason = 'not_signed_in'): HaruError {
  return new HaruError('UNAUTHORIZED', 'Please sign in again.', { reason });
}

export function forbidden(reason: string): HaruError {
  return new HaruError('FORBIDDEN', 'You may see this, but not do that with it.', { reason });
}

/** Absent, or not theirs to see: the same answer. The reason is `<noun>_not_found`. */
export function notFound(noun: string): HaruError {
  return new HaruError('NOT_FOUND', `That ${noun} does not exist (any more).`, {
    reason: `${noun}_not_found`,
  });
}

/** `current` is the row as it is now, when the caller may see it. */
export function conflict(reason: string, current?: unknown): HaruError {
  const message = 'This was changed by someone else, or is already in use.';
  return new HaruError(
    'CONFLICT',
    message,
    current === undefined ? { reason } : { reason, current },
  );
}

export function precondition(reason: string): HaruError {
  return new HaruError('PRECONDITION_FAILED', 'That is not possible in its present state.', {
    reason,
  });
}

/** `fields` = path of the field → what is wrong with it. */
export function badRequest(reason: string, fields?: Record<string, string[]>): HaruError {
  return new HaruError(
    'BAD_REQUEST',
    'Something in this request is not as expected.',
    fields ? { reason, fields } : { reason },
  );
}

export function tooManyRequests(retryAfterSeconds: number): HaruError {
  const message = `Too many attempts. Try again in ${retryAfterSeconds} seconds.`;
  return new HaruError('TOO_MANY_REQUESTS', message, {
    reason: 'too_many_requests',
    retryAfterSeconds,
  });
}

/** More than `maxBytes` of something. */
export function tooLarge(reason: string, maxBytes: number): HaruError {
  const message = `That is more than the ${maxBytes} bytes it may have.`;
  return new HaruError('PAYLOAD_TOO_LARGE', message, { reason });
}

/** Nothing is wrong with what was asked; another time it may work. */
export function unavailable(reason: string): HaruError {
  return new HaruError('SERVICE_UNAVAILABLE', 'That is not possible at the moment.', { reason });
}
