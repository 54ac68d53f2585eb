// Turns whatever a call failed with into one sentence for the person who made it.
import { i18n } from '#client/i18n/i18n.ts';

type Facts = { code: string | null; reason: string | null; retryAfterSeconds: number | null };

export function errorMessage(error: unknown): string {
  const facts = factsOf(error);
  if (facts === null) return i18n.t('errors:network');
  if (facts.retryAfterSeconds !== null) return waitMessage(facts.retryAfterSeconds);
  const keys = [`errors:reason.${facts.reason}`, `errors:code.${facts.code}`];
  return i18n.t([...keys, 'errors:unknown'].find(isKnown) as 'errors:unknown');
}

/** The server's stable name for what went wrong; null when it did not answer. */
export function errorReason(error: unknown): string | null {
  return factsOf(error)?.reason ?? null;
}

/** The server's code and name for what went wrong, and how long to wait; null when it did not answer. */
export function errorFacts(error: unknown): Facts | null {
  return factsOf(error);
}

/** The server has understood and said no: trying again as things are would end the same way. */
export function isRefusal(error: unknown): boolean {
  const facts = factsOf(error);
  return facts !== null && !PASSING.has(facts.code ?? '');
}

/** Signing in, waiting or a moment's patience helps. */
const PASSING = new Set([
  'UNAUTHORIZED',
  'TOO_MANY_REQUESTS',
  'TIMEOUT',
  'CLIENT_CLOSED_REQUEST',
  'SERVICE_UNAVAILABLE',
  'BAD_GATEWAY',
  'GATEWAY_TIMEOUT',
]);

/** It is gone, or its address is none that could ever have led to one. */
export function isAbsent(
  error: unknown,
  noun: 'task' | 'room' | 'reminder' | 'promotion',
): boolean {
  const reason = errorReason(error);
  return reason === `${noun}_not_found` || reason === 'invalid_input';
}

function isKnown(key: string): boolean {
  return i18n.exists(key);
}

function waitMessage(seconds: number): string {
  if (seconds <= 90) return i18n.t('errors:wait', { count: seconds });
  return i18n.t('errors:waitMinutes', { count: Math.ceil(seconds / 60) });
}

/** A failed call that reached the server carries `data`; one that did not has none. */
function factsOf(error: unknown): Facts | null {
  const data = partOf(error, 'data');
  if (typeof data !== 'object' || data === null) return isOurs(error) ? UNKNOWN : null;
  const [code, reason, wait] = [
    partOf(data, 'code'),
    partOf(data, 'reason'),
    partOf(data, 'retryAfterSeconds'),
  ];
  return {
    code: typeof code === 'string' ? code : null,
    reason: typeof reason === 'string' ? reason : null,
    retryAfterSeconds: typeof wait === 'number' ? wait : null,
  };
}

const UNKNOWN: Facts = { code: null, reason: null, retryAfterSeconds: null };

/** A fault in our own code, not in the connection. */
function isOurs(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.name !== 'TRPCClientError' &&
    !/fetch|network|load failed/i.test(error.message)
  );
}

function partOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
