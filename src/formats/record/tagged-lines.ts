/**
 * Records of lines that begin with a tag: RIS, MEDLINE, Web of Science, EndNote, RefWorks, NoteExpress, CNKI. Own code: each is a
 * few lines of grammar, and libraries read one of them at a time and stop at what is not well-formed.
 */

/** How a format writes its lines. */
export interface TagSyntax {
  /** A line with a tag: groups `tag` and `value`. */
  line: RegExp;
  /** Tags that begin a record. */
  first: readonly string[];
  /** The tag that ends a record, where there is one. */
  last?: string;
  /** Tags whose further lines are values of their own: one author a line. All others go on. */
  listed?: readonly string[];
  /** Whether a line without a tag goes on with the value before it; default: any line that is not empty. */
  continues?(line: string): boolean;
}

/** Values by tag, in order. */
export interface TaggedRecord {
  /** Line where it begins, from 1. */
  line: number;
  values: Map<string, string[]>;
  /** False if the file ends within it. */
  isEnded: boolean;
  /** Offset behind it. */
  end: number;
}

export function* taggedRecords(text: string, syntax: TagSyntax): Generator<TaggedRecord> {
  const { first, last, listed = [], continues = () => true } = syntax;
  let record: TaggedRecord | undefined;
  let open: { tag: string; values: string[] } | undefined;
  let line = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const source = text.slice(at, end < 0 ? text.length : end).trimEnd();
    at = end < 0 ? text.length : end + 1;
    line++;
    const { tag, value = '' } = syntax.line.exec(source)?.groups ?? {};
    if (tag === undefined) {
      if (open && source.trim() !== '' && continues(source)) goOn(open, source.trim(), listed);
      continue;
    }
    if (first.includes(tag)) {
      if (record) yield record;
      record = { line, values: new Map(), isEnded: last === undefined, end: at };
    }
    if (!record) continue;
    record.end = at;
    if (tag === last) {
      yield { ...record, isEnded: true };
      record = open = undefined;
      continue;
    }
    const values = record.values.get(tag) ?? [];
    record.values.set(tag, values);
    values.push(value.trim());
    open = { tag, values };
  }
  if (record) yield record;
}

function goOn({ tag, values }: { tag: string; values: string[] }, text: string, listed: readonly string[]): void {
  if (listed.includes(tag)) values.push(text);
  else values.push(`${values.pop() ?? ''}\n${text}`);
}
