/** A reader of tagged lines from a table of its tags. */
import { AddressOwners, entryItems } from '../entry';
import type { FileItem } from '../file-items';
import type { RawRecord } from '../raw-record';
import type { RecordField } from './field';
import { type RecordOptions, rawOfFields } from './fields';
import { type TaggedRecord, type TagSyntax, taggedRecords } from './tagged-lines';

/** What a tag's values are: a field, or one that depends on the record. `none`: known and not kept. */
export type TagTable = Readonly<Record<string, RecordField>>;

export interface TaggedFormat extends Omit<TagSyntax, 'titles'> {
  tags: TagTable;
  options?: RecordOptions;
  /** Changes what the table alone cannot tell. */
  amend?(raw: RawRecord, record: TaggedRecord): RawRecord;
}

export async function* readTagged(text: string, format: TaggedFormat): AsyncGenerator<FileItem> {
  const addresses = new AddressOwners();
  const titles = Object.keys(format.tags).filter((tag) => format.tags[tag] === 'title');
  for (const record of taggedRecords(text, { ...format, titles })) {
    const raw = rawOfTagged(record, format);
    yield* entryItems(format.amend?.(raw, record) ?? raw, addresses, record);
    yield { at: record.end };
  }
}

function rawOfTagged({ values }: TaggedRecord, { tags, paragraphs = [], options }: TaggedFormat): RawRecord {
  const byField = new Map<RecordField, string[]>();
  const leftOut: string[] = [];
  // In the order of the table, not of the record: the first tag of a field is the best.
  for (const [tag, field] of Object.entries(tags)) {
    const found = (values.get(tag) ?? []).map((value) =>
      paragraphs.includes(tag) ? value : value.replace(/\s*\n\s*/g, ' '),
    );
    byField.set(field, [...(byField.get(field) ?? []), ...found]);
  }
  for (const [tag, found] of values)
    if (!Object.hasOwn(tags, tag) && found.some((value) => value !== '')) leftOut.push(tag);
  return { ...rawOfFields((field) => byField.get(field) ?? [], options), leftOut };
}
