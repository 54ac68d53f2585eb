// The table at the end, and the same as JSON.
export type Row = {
  what: string;
  haru: string;
  baseline: string;
  /** Null where there is nothing to compare with. */
  ratio: number | null;
  wanted: string;
  isMet: (ratio: number) => boolean;
};

export function printTable(rows: readonly Row[]): void {
  const lines = rows.map((row) => [
    row.what,
    row.haru,
    row.baseline,
    row.ratio === null ? '' : `${row.ratio.toFixed(2)}×`,
    row.wanted,
    verdict(row),
  ]);
  const head = ['what', 'Haru', 'beside it', 'ratio', 'wanted', ''];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => width(line[column] ?? ''))),
  );
  const print = (line: string[]) =>
    console.log(
      line.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join('  '),
    );
  print(head);
  for (const line of lines) print(line);
}

export function asJson(rows: readonly Row[]) {
  return rows.map((row) => ({
    what: row.what,
    haru: row.haru,
    baseline: row.baseline,
    ratio: row.ratio,
    wanted: row.wanted,
    isMet: row.ratio === null ? null : row.isMet(row.ratio),
  }));
}

function verdict(row: Row): string {
  if (row.ratio === null) return '';
  return row.isMet(row.ratio) ? 'met' : 'NOT MET';
}

function width(text: string): number {
  return Array.from(text).length;
}
