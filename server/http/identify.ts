// Who sends this request. A bearer token speaks for itself; a cookie counts only on a host and (for anything but
// reading) from a page that is ours, because the browser sends it along whoever asks it to.
import type { IncomingMessage } from 'node:http';
import { type SignedIn, validateSession } from '../auth/session.ts';
import type { Deps } from '../deps.ts';
import { validateToken } from '../tokens/validate-token.ts';
import { cookieName, readCookie } from './cookies.ts';
import type { OriginRules } from './origin.ts';
import { foreignHost, foreignPage } from './refusals.ts';

export type Identity = {
  signedIn: SignedIn | null;
  /** Asks again, for connections that stay open longer than a session may. */
  recheck(): Promise<SignedIn | null>;
};

export type IdentifyOptions = { deps: Deps; rules: OriginRules };

/** `isReading`: nothing but GET. Throws FORBIDDEN for hosts and pages that are not ours. */
export async function identify(
  req: IncomingMessage,
  isReading: boolean,
  { deps, rules }: IdentifyOptions,
): Promise<Identity> {
  const bearer = bearerToken(req.headers.authorization);
  const secret = bearer ?? readCookie(req.headers.cookie, cookieName(rules.isSecure));
  if (bearer === null) refuseForeign(req, isReading || secret === null, { deps, rules });
  const validate = bearer === null ? validateSession : validateToken;
  const recheck = () => (secret === null ? Promise.resolve(null) : validate(deps, secret));
  return { signedIn: await recheck(), recheck };
}

/** Null when there is none, or another kind of authorization. */
export function bearerToken(header: string | undefined): string | null {
  return header === undefined ? null : (/^bearer +(\S+) *$/i.exec(header)?.[1] ?? null);
}

/** `mayLackOrigin`: browsers send no Origin when they read; scripts that are nobody yet send none at all. */
function refuseForeign(
  req: IncomingMessage,
  mayLackOrigin: boolean,
  { deps, rules }: IdentifyOptions,
): void {
  const { host, origin } = req.headers;
  if (!rules.isOurHost(host)) throw foreignHost(host);
  const isMissing = origin === undefined;
  if (req.method === 'GET' && req.headers.upgrade === undefined) return;
  if (isMissing ? !mayLackOrigin : !rules.isOurPage(origin, host)) {
    throw foreignPage(deps.config.publicOrigin);
  }
}
