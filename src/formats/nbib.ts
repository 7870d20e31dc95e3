/** PubMed's own format, read only. https://www.nlm.nih.gov/bsd/mms/medlineelements.html */
import { dateIn } from '../paper/dates';
import { AddressOwners, entryItems } from './entry';
import type { FileItem } from './file-items';
import { defineFormat } from './format';
import type { RawRecord } from './raw-record';
import { type Tagged, taggedRecords } from './ris/read';

export const nbib = defineFormat({
  id: 'nbib',
  name: 'PubMed',
  extension: 'nbib',
  mime: 'application/nbib',
  looksLike: (head) => (/^PMID- ?\d+/m.test(head) && /^[A-Z]{2,4} *- /m.test(head) ? 1 : 0),
  async *read(text): AsyncGenerator<FileItem> {
    const addresses = new AddressOwners();
    for (const [record, at] of taggedRecords(text, /^([A-Z]{2,4}) {0,2}- ?(.*)$/, 'PMID', undefined)) {
      yield* entryItems(rawOf(record), addresses, record);
      yield { at };
    }
  },
});

function rawOf({ line, values }: Tagged): RawRecord {
  // A value's further lines are only layout.
  const all = (tag: string) => (values.get(tag) ?? []).map((value) => value.replace(/\s*\n\s*/g, ' ')).filter(Boolean);
  const one = (tag: string) => all(tag)[0];
  const names = all('FAU').length > 0 ? all('FAU') : all('AU');
  const article = (kind: string) =>
    [...all('LID'), ...all('AID')].map((value) => new RegExp(`^(\\S+) \\[${kind}\\]$`).exec(value)?.[1]).find(Boolean);
  return {
    line,
    title:
      one('TI')
        ?.replace(/^\[(.*)\]\.?$/, '$1')
        .replace(/\.$/, '') ?? one('BTI'),
    authors: [...names.map(turned), ...all('CN')],
    abstract: one('AB'),
    published: dateIn(one('DEP')?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')) ?? dateIn(one('DP')),
    venue: one('JT') ?? one('TA'),
    type: all('PT').some((type) => /preprint/i.test(type)) ? 'preprint' : one('BTI') ? 'book' : 'article',
    volume: one('VI'),
    issue: one('IP'),
    pages: one('PG'),
    doi: article('doi'),
    pmid: one('PMID'),
    pmcid: one('PMC'),
    keywords: [...all('OT'), ...all('MH')].map((word) => word.replace(/^\*|(?<=\/)\*/g, '')),
  };
}

/** "Family, Given" as a person writes it; "Family AB" has initials only. */
function turned(name: string): string {
  const [family = '', given] = name.split(/\s*,\s*/);
  if (given !== undefined) return `${given} ${family}`;
  const initials = /^(.*) ([A-Z]{1,3})$/.exec(name);
  return initials
    ? `${initials[2]
        ?.split('')
        .map((letter) => `${letter}.`)
        .join(' ')} ${initials[1]}`
    : name;
}
