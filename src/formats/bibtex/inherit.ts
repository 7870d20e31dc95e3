/** Fields that an entry takes from others: BibTeX's and biblatex's `crossref`, biblatex's `xdata`. biblatex manual, 2.2.3 and 3.14. */
import { entryFields, type SourceEntry, type SourceField } from './entry-fields';

/** What identifies or describes the parent alone. */
const own = new Set(
  `title subtitle titleaddon shorttitle crossref xdata xref ids entryset label keywords doi url eprint eprinttype archiveprefix
  pmid abstract pages note annote annotation file urldate`.split(/\s+/),
);

const dates = new Set(['date', 'year', 'month', 'day']);

/** The entry with the fields it lacks taken from the entries that it names. `sources`: entries by key in lower case. */
export function withInherited(
  entry: SourceEntry,
  sources: ReadonlyMap<string, string>,
  plain: (expression: string) => string,
  depth = 0,
): SourceEntry {
  const isUntitled = !entry.fields.some(({ name }) => name === 'title');
  const isDated = entry.fields.some(({ name }) => dates.has(name));
  const value = (name: string) => plain(entry.fields.find((field) => field.name === name)?.value ?? '""');
  const keys = (list: string) => [...new Set(list.split(',').map((key) => key.trim().toLowerCase()))].slice(0, 20);
  const fields = [...entry.fields];
  const names = new Set(fields.map(({ name }) => name));
  const add = (field: SourceField) => {
    // `date` and `year` say the same.
    if (names.has(field.name) || (dates.has(field.name) && isDated)) return;
    names.add(field.name);
    fields.push(field);
  };
  const parent = (key: string) => {
    const source = sources.get(key);
    return source === undefined || key === entry.key.toLowerCase() || depth > 3
      ? undefined
      : withInherited(entryFields(source), sources, plain, depth + 1);
  };
  for (const key of keys(value('xdata'))) for (const field of parent(key)?.fields ?? []) add(field);
  const from = value('crossref') && parent(value('crossref').trim().toLowerCase());
  for (const field of from ? from.fields : []) {
    if (field.name === 'title')
      add({ ...field, name: from && from.type === 'periodical' ? 'journaltitle' : 'booktitle' });
    // A volume of a set, or another edition, has nothing of its own.
    if (isUntitled || !(own.has(field.name) || (field.name === 'author' && !/book$/.test(entry.type)))) add(field);
  }
  return { ...entry, fields };
}
