// Addresses in running text, made clickable. A particle written right behind one (`haru.kr을`) is not part of it.
export type LinkPart = { text: string; href: string | null };

/** An address, or an e-mail address; the lengths are bounded so that no text takes long. */
const ADDRESS =
  /(?:https?:\/\/|(?<![\w.@/])www\.(?=[\w-]))[^\s<>"'`]{1,2000}|(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi;

export function linkParts(text: string): LinkPart[] {
  const parts: LinkPart[] = [];
  let from = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const address = withoutTail(found[0]);
    const href = hrefOf(address);
    if (href === null) continue;
    if (found.index > from) parts.push({ text: text.slice(from, found.index), href: null });
    parts.push({ text: address, href });
    from = found.index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null });
  return parts;
}

/** Null for what only looks like an address. */
function hrefOf(address: string): string | null {
  if (/^https?:/i.test(address)) return URL.canParse(address) ? address : null;
  if (/^www\./i.test(address)) return /^www\.[^./]+\./i.test(address) ? `https://${address}` : null;
  return `mailto:${address}`;
}

/** Korean in the host ends it, and Korean right after a Latin letter or a digit: there a particle begins. */
const PARTICLE =
  /^((?:https?:\/\/)?[^/?#\p{Script=Hangul}]*)\p{Script=Hangul}|[a-z0-9]\p{Script=Hangul}/iu;
const END = /[.,:;!?~'"’”…。、)\]}*_]$/u;
const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

function withoutTail(found: string): string {
  let address = found;
  const particle = PARTICLE.exec(address);
  if (particle !== null) address = address.slice(0, particle.index + particle[0].length - 1);
  while (END.test(address) && !isClosing(address)) address = address.slice(0, -1);
  return address;
}

/** `…/하루_(동음이의)` ends with a bracket of its own. */
function isClosing(address: string): boolean {
  const close = address.charAt(address.length - 1);
  const open = PAIRS[close];
  if (open === undefined) return false;
  return address.split(open).length >= address.split(close).length;
}
