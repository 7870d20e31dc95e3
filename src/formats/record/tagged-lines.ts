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
  /** Tags whose line ends are paragraphs; in all others they are layout, and an empty line ends the value. */
  paragraphs?: readonly string[];
  /** Tags of the title: where no tag ends a record, a second title is the next record's. */
  titles: readonly string[];
  /** Tags of the file, outside of any record. */
  outside?: readonly string[];
  /** Whether a line without a tag goes on with the value before it; default: any line that is not empty. */
  continues?(line: string): boolean;
}

/** Values by tag, in order. */
export interface TaggedRecord {
  /** Line where it begins, from 1. */
  line: number;
  values: Map<string, string[]>;
  /** False if the line that should begin it is missing. */
  isBegun: boolean;
  /** False if the file ends within it. */
  isEnded: boolean;
  /** Offset behind it. */
  end: number;
}

/** The records of a text. One whose first line is damaged is a record all the same, not part of the one before it. */
export function* taggedRecords(text: string, syntax: TagSyntax): Generator<TaggedRecord> {
  const hasTitle = ({ values }: TaggedRecord) => syntax.titles.some((tag) => values.has(tag));
  let record: TaggedRecord | undefined;
  for (const block of taggedBlocks(text, syntax)) {
    if (record && !block.isBegun && !(hasTitle(block) && hasTitle(record)) && syntax.last === undefined) {
      append(record, block);
      continue;
    }
    if (record) yield record;
    // One line alone is none: databases write some of their own between records.
    record = block.isBegun || block.values.size > 1 ? block : undefined;
  }
  if (record) yield record;
}

/** A record that goes on behind an empty line. */
function append(record: TaggedRecord, { values, end }: TaggedRecord): void {
  for (const [tag, more] of values) record.values.set(tag, [...(record.values.get(tag) ?? []), ...more]);
  record.end = end;
}

/** Lines that belong together: from a first tag, or from any other behind the end of a record or an empty line. */
function* taggedBlocks(text: string, syntax: TagSyntax): Generator<TaggedRecord> {
  const { first, last, titles, outside = [], listed = [], paragraphs = [], continues = () => true } = syntax;
  let block: TaggedRecord | undefined;
  let open: { tag: string; values: string[] } | undefined;
  let isBehindEmpty = true;
  let line = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const source = text.slice(at, end < 0 ? text.length : end).trimEnd();
    at = end < 0 ? text.length : end + 1;
    line++;
    const { tag, value = '' } = syntax.line.exec(source)?.groups ?? {};
    if (tag === undefined || outside.includes(tag)) {
      if (source.trim() === '') isBehindEmpty = true;
      else if (tag === undefined && open && continues(source) && (!isBehindEmpty || paragraphs.includes(open.tag)))
        goOn(open, source.trim(), listed);
      continue;
    }
    const isBegun = first.includes(tag);
    const isNext = last === undefined && (isBehindEmpty || (titles.includes(tag) && block?.values.has(tag)));
    if (isBegun || !block || isNext) {
      if (block) yield block;
      block = { line, values: new Map(), isBegun, isEnded: last === undefined, end: at };
    }
    isBehindEmpty = false;
    block.end = at;
    if (tag === last) {
      if (block.values.size > 0) yield { ...block, isEnded: true };
      block = open = undefined;
      continue;
    }
    const values = block.values.get(tag) ?? [];
    block.values.set(tag, values);
    values.push(value.trim());
    open = { tag, values };
  }
  if (block) yield block;
}

function goOn({ tag, values }: { tag: string; values: string[] }, text: string, listed: readonly string[]): void {
  if (listed.includes(tag)) values.push(text);
  else values.push(`${values.pop() ?? ''}\n${text}`);
}
