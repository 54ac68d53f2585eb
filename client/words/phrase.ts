/** Words found in a line: where, and what they mean. */
export type Found<T> = { text: string; at: number; value: T };

/** Stands as words of their own, with the particles that follow a time. */
export function phrase(source: string): RegExp {
  return new RegExp(`(?<![^\\s,])(?:${source})(?:에는|에|까지|쯤|부터)?(?![^\\s,])`, 'i');
}

/** The line without what was found in it. */
export function cut(line: string, found: Found<unknown> | null): string {
  if (found === null) return line;
  return `${line.slice(0, found.at)} ${line.slice(found.at + found.text.length)}`;
}
