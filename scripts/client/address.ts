/** The origin of `http://localhost:3000/` and the like. */
export function checkedUrl(url: string): string {
  const isUsable = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!isUsable) throw new TypeError(`url is ${JSON.stringify(url)}: expected http:// or https://`);
  return new URL(url).origin;
}

export function checkedToken(token: string): string {
  if (typeof token === 'string' && /^\S+$/.test(token)) return token;
  throw new TypeError('token is missing: expected the secret of a token from Settings → Tokens');
}

/** `http://localhost:3000` → `ws://localhost:3000/ws`. */
export function socketUrl(origin: string): string {
  return `${origin.replace(/^http/, 'ws')}/ws`;
}
