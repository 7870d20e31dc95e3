/** Results of `npm run bench`: collected, compared with those of the last time, printed. */

/** One row at one size. Milliseconds, or MB, or a ratio, where the row says so. */
export interface Row {
  row: string;
  papers: number;
  first: number;
  median: number;
  worst: number;
  samples: number;
}

/** What `bench.json` holds. */
export interface Results {
  at: string;
  machine: { cores: number; memoryGB: number; browser: string };
  corpus: 'real' | 'invented';
  rows: Row[];
}

/** Sums samples up; the first is from the first fresh browser. */
export function summary(row: string, papers: number, samples: readonly number[]): Row {
  const sorted = [...samples].sort((a, b) => a - b);
  // Ratios are small numbers.
  const digits = row.endsWith('(ratio)') ? 100 : 10;
  const round = (value: number | undefined) => Math.round((value ?? 0) * digits) / digits;
  return {
    row,
    papers,
    first: round(samples[0]),
    median: round(sorted[Math.floor(sorted.length / 2)]),
    worst: round(sorted.at(-1)),
    samples: samples.length,
  };
}

/** A table of all rows, with each median's ratio to the one before where there is one. */
export function table(now: Results, before: Results | undefined): string {
  const lines = now.rows.map((row) => {
    const was = before?.rows.find((old) => old.row === row.row && old.papers === row.papers);
    const ratio = was && was.median > 0 ? `×${(row.median / was.median).toFixed(2)}` : '';
    return [row.row, row.papers.toLocaleString('en'), row.first, row.median, row.worst, row.samples, ratio].map(String);
  });
  const head = ['', 'papers', 'first', 'median', 'worst', 'n', before ? 'median to last' : ''];
  const all = [head, ...lines];
  const widths = head.map((_, i) => Math.max(...all.map((line) => (line[i] ?? '').length)));
  const print = (line: string[]) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return all.map(print).join('\n');
}
