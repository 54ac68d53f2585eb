/** The number in `"<epoch>:<seq>"`. */
export function seqOf(position: string): number {
  return Number(position.slice(position.indexOf(':') + 1));
}

export function epochOf(position: string): string {
  return position.slice(0, position.indexOf(':'));
}
