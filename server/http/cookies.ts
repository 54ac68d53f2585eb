// The session cookie. Its name starts with `__Host-` and it is `Secure` exactly when people reach Haru over https:
// an office on plain http could not keep it otherwise.

const NAME = 'haru_session';

export function cookieName(isSecure: boolean): string {
  return isSecure ? `__Host-${NAME}` : NAME;
}

/** Cannot throw, whatever other cookies look like. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return null;
}

/** `secret` null clears the cookie. */
export function writeCookie(isSecure: boolean, secret: string | null, expiresAt?: Date): string {
  const parts = [`${cookieName(isSecure)}=${secret ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (secret === null) parts.push('Max-Age=0');
  else if (expiresAt !== undefined) parts.push(`Expires=${expiresAt.toUTCString()}`);
  if (isSecure) parts.push('Secure');
  return parts.join('; ');
}
