/** PubMed's own format, read only. https://www.nlm.nih.gov/bsd/mms/medlineelements.html */
import { fileDate } from './file-dates';
import { defineFormat } from './format';
import type { RawRecord } from './raw-record';
import { fullPages } from './record/citation';
import { readTagged } from './record/tagged-format';
import type { TaggedRecord } from './record/tagged-lines';

export const nbib = defineFormat({
  id: 'nbib',
  name: 'PubMed',
  extension: 'nbib',
  mime: 'application/nbib',
  looksLike: (head) => (/^PMID- ?\d+/m.test(head) && /^[A-Z]{2,4} *- /m.test(head) ? 1 : 0),
  read: (text) =>
    readTagged(text, {
      line: /^(?<tag>[A-Z]{2,4}) {0,2}- ?(?<value>.*)$/,
      first: ['PMID'],
      tags: {
        ...{
          TI: 'title',
          BTI: 'title',
          FAU: 'fullNames',
          AU: 'authors',
          CN: 'groups',
          AB: 'abstract',
          JT: 'venue',
          TA: 'otherVenue',
        },
        // Volume and pages belong to the issue (DP), also where the electronic edition (DEP) is of another year.
        ...{
          DP: 'date',
          DEP: 'date',
          VI: 'volume',
          IP: 'issue',
          PG: 'pages',
          PMID: 'pmid',
          PMC: 'pmcid',
          LA: 'language',
        },
        ...{ OT: 'keywords', MH: 'keywords', PT: 'type', PB: 'publisher', LID: 'none', AID: 'none' },
      },
      amend,
    }),
});

function amend(raw: RawRecord, { values }: TaggedRecord): RawRecord {
  const [issue, online] = [raw.published, fileDate(values.get('DEP')?.[0])];
  const dois = [...(values.get('LID') ?? []), ...(values.get('AID') ?? [])];
  return {
    ...raw,
    // A translated title stands in brackets; a title that the record ends with a stop has none of its own.
    title: raw.title?.replace(/^\[(.*)\]\.?$/s, '$1').replace(/(?<!\.)\.$/, ''),
    published: issue ?? online,
    type: raw.type ?? (values.has('BTI') ? 'book' : 'article'),
    pages: raw.pages && fullPages(raw.pages),
    doi: dois.map((value) => /^(\S+) \[doi\]$/.exec(value)?.[1]).find(Boolean),
  };
}
