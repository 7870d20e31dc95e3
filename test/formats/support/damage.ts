/** One damage to a file of records, as editors, transfers and failing disks do it. */
import fc from 'fast-check';

export interface Damage {
  kind: 'delete' | 'replace' | 'insert' | 'drop-line' | 'cut-off';
  /** Offset in the file. */
  at: number;
  /** What replaces or is inserted. */
  sign: string;
}

const signs = ['{', '}', '"', '\\', ',', '=', '@', '(', '[', ']', ':', '-', '%', ' ', '\n', 'x', '\u0000', '；'];

export const damages = (head: string, records: readonly string[], foot: string): fc.Arbitrary<Damage> =>
  fc.record({
    kind: fc.constantFrom('delete', 'replace', 'insert', 'drop-line', 'cut-off'),
    at: fc.integer({ min: head.length, max: head.length + records.join('').length + foot.length - 1 }),
    sign: fc.constantFrom(...signs),
  });

/** The damaged text, and how many records a person would still count in it. */
export function damaged(
  head: string,
  records: readonly string[],
  foot: string,
  { kind, at, sign }: Damage,
): { text: string; expected: number } {
  const whole = head + records.join('') + foot;
  const before = whole.slice(0, at);
  if (kind === 'delete') return { text: before + whole.slice(at + 1), expected: records.length };
  if (kind === 'replace') return { text: before + sign + whole.slice(at + 1), expected: records.length };
  if (kind === 'insert') return { text: before + sign + whole.slice(at), expected: records.length };
  if (kind === 'cut-off') return { text: before, expected: begun(head, records, at) };
  const from = before.lastIndexOf('\n') + 1;
  const end = whole.indexOf('\n', at);
  const line = whole.slice(from, end < 0 ? whole.length : end + 1);
  // A record of one line is gone with it.
  return {
    text: whole.slice(0, from) + whole.slice(from + line.length),
    expected: records.length - (records.some((record) => record.trim() === line.trim()) ? 1 : 0),
  };
}

/** How many records have more than half of their text before an offset. */
function begun(head: string, records: readonly string[], at: number): number {
  let start = head.length;
  let count = 0;
  for (const { length } of records) {
    if (at - start > length / 2) count++;
    start += length;
  }
  return count;
}
