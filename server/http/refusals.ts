// What the edge itself refuses, in words for whoever set Haru up.
import { HaruError } from '../errors.ts';

export function foreignHost(host: string | undefined): HaruError {
  const name = JSON.stringify(host ?? '');
  const message =
    `Haru is not known under the name ${name}. Use an address of this network, ` +
    `or set PUBLIC_ORIGIN to what people type into their browser.`;
  return new HaruError('FORBIDDEN', message, { reason: 'host_not_allowed' });
}

export function foreignPage(publicOrigin: string | null): HaruError {
  const message =
    publicOrigin === null
      ? 'This page does not belong to Haru: its Origin is not the address that was called.'
      : `This page does not belong to Haru: open ${publicOrigin} instead (PUBLIC_ORIGIN).`;
  return new HaruError('FORBIDDEN', message, { reason: 'origin_not_allowed' });
}

export function onlySubscriptions(path: string): HaruError {
  const message = `"${path}" is called over HTTP: the socket is for subscriptions.`;
  return new HaruError('METHOD_NOT_SUPPORTED', message, { reason: 'only_subscriptions' });
}

export function tooManySubscriptions(most: number): HaruError {
  const message = `A socket has at most ${most} subscriptions: end another one first.`;
  return new HaruError('TOO_MANY_REQUESTS', message, { reason: 'too_many_subscriptions' });
}

export function tooManySockets(most: number): HaruError {
  const message = `One person has at most ${most} open connections.`;
  return new HaruError('TOO_MANY_REQUESTS', message, { reason: 'too_many_connections' });
}
