import type { Part } from './hit-parts.ts';

/** A title or a line with what was looked for marked in it. */
export function Marked({ parts }: { parts: Part[] }) {
  return parts.map((part, at) => (part.isHit ? <mark key={at}>{part.text}</mark> : part.text));
}
