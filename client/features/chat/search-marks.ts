// Where what was looked for stands in a message.
import type { FoundMessage } from '#server/chat/chat.search.schema.ts';

export type Part = { text: string; isHit: boolean };

/** `terms` are folded, as the server gave them. */
export function hasTerms(message: Pick<FoundMessage, 'body' | 'files'>, terms: string[]): boolean {
  const text = folded([message.body, ...message.files.map(({ name }) => name)].join('\n'));
  return terms.every((term) => text.includes(term));
}

function folded(text: string): string {
  return text.toLowerCase().normalize('NFC');
}

/** So much of a long message is shown, from a little before the first hit. */
const SHOWN_MAX = 160;
const BEFORE_HIT = 24;

/** One line of a message around the first hit, in parts. */
export function hitLine(body: string, terms: string[]): Part[] {
  const line = body.replaceAll(/\s+/g, ' ');
  const hits = hitsIn(line, terms);
  const first = hits[0]?.from ?? 0;
  const start = first > SHOWN_MAX / 2 ? wholeFrom(line, first - BEFORE_HIT) : 0;
  const end = wholeFrom(line, start + SHOWN_MAX);
  const parts: Part[] = start > 0 ? [{ text: '…', isHit: false }] : [];
  let at = start;
  for (const { from, to } of hits) {
    if (from < at || to > end) continue;
    if (from > at) parts.push({ text: line.slice(at, from), isHit: false });
    parts.push({ text: line.slice(from, to), isHit: true });
    at = to;
  }
  if (at < end) parts.push({ text: line.slice(at, end), isHit: false });
  if (end < line.length) parts.push({ text: '…', isHit: false });
  return parts;
}

type Hit = { from: number; to: number };

/** In order. None where folding moves letters, so that nothing wrong is marked. */
function hitsIn(line: string, terms: string[]): Hit[] {
  const text = folded(line);
  if (text.length !== line.length) return [];
  const hits: Hit[] = [];
  for (const term of terms.filter((each) => each !== '')) {
    for (let from = text.indexOf(term); from !== -1; from = text.indexOf(term, from + term.length))
      hits.push({ from, to: from + term.length });
  }
  return hits.toSorted((a, b) => a.from - b.from || b.to - a.to);
}

/** Not between the halves of one character. */
function wholeFrom(line: string, at: number): number {
  if (at <= 0) return 0;
  if (at >= line.length) return line.length;
  return /[\uDC00-\uDFFF]/.test(line.charAt(at)) ? at - 1 : at;
}
