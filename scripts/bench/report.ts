// The table at the end, and the same as JSON.
export type Row = {
  what: string;
  haru: string;
  /** What was measured beside it in the same run; empty where there is nothing to compare with. */
  baseline: string;
  /** What is judged: a ratio to the baseline (`×`), or the figure itself. */
  value: number;
  unit: '×' | 'ms' | 'MB';
  /** Empty where the figure is only told. */
  wanted: string;
  isMet: (value: number) => boolean;
};

export function printTable(rows: readonly Row[]): void {
  const lines = rows.map((row) => [
    row.what,
    row.haru,
    row.baseline,
    row.unit === '×' ? `${row.value.toFixed(2)}×` : '',
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
  return rows.map(({ isMet, ...row }) => ({
    ...row,
    isMet: row.wanted === '' ? null : isMet(row.value),
  }));
}

function verdict(row: Row): string {
  if (row.wanted === '') return '';
  return row.isMet(row.value) ? 'met' : 'NOT MET';
}

function width(text: string): number {
  return Array.from(text).length;
}
