import { TRPCClientError } from '@trpc/client';

export type Refusal = {
  /** Like `NOT_FOUND` or `CONFLICT`. */
  code: string;
  /** Like `task_not_found` or `field_conflict`. */
  reason: string;
  /** With `BAD_REQUEST`: what is wrong, by the path of the field. */
  fields?: Record<string, string[]>;
  /** With `CONFLICT`: the thing as it is now. */
  current?: unknown;
  /** With `TOO_MANY_REQUESTS`. */
  retryAfterSeconds?: number;
};

export function refusalIn(error: unknown): Refusal | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  return isRefusal(data) ? data : null;
}

function isRefusal(data: unknown): data is Refusal {
  return typeof data === 'object' && data !== null && 'code' in data && 'reason' in data;
}

/** What a call says whose token does not count (any more); sockets are closed without such an answer. */
export function signedOut(reason: string): TRPCClientError<never> {
  const data = { code: 'UNAUTHORIZED', httpStatus: 401, reason };
  const message = `The token is not valid (any more): ${reason}.`;
  return TRPCClientError.from({ error: { code: -32001, message, data } });
}
