/** A file of invented records for every format that is read, piece by piece, so that a test knows where each record begins. */
import { type FormatId, writeText } from '../../../src/formats';
import { now, paper } from './papers';

export interface SampleFile {
  id: FormatId;
  /** What stands before the first record and behind the last. */
  head: string;
  foot: string;
  records: string[];
}

const count = 6;
const numbers = Array.from({ length: count }, (_, i) => i + 1);
export const titleOf = (n: number): string => `Moss and lantern maps ${n}`;
const papers = numbers.map((n) =>
  paper({
    ids: [`doi:10.5555/moss.${n}`],
    title: titleOf(n),
    authors: ['Ada Lovelace', 'Bo Li'],
    abstract: `Two lines, "quoted",\nwith 5 % of {moss} in ${n} parts.`,
    published: '2021-03',
    venue: 'Journal of Invented Maps',
    type: 'article',
    volume: `${n}`,
    pages: '1-9',
  }),
);
const keys = numbers.map((n) => `moss${n}`);

/** The pieces of a written file: what stands before the first record, the records, what stands behind. */
function written(id: FormatId, begin: RegExp): SampleFile {
  const text = writeText(id, papers, { now, keys });
  const starts = [...text.matchAll(begin)].map(({ index }) => index);
  const end = text.lastIndexOf(id === 'json' ? ']' : id === 'csl-json' ? '\n]' : '');
  const records = starts.map((start, i) => text.slice(start, starts[i + 1] ?? end));
  return { id, head: text.slice(0, starts[0]), foot: text.slice(end), records };
}

const tagged = (id: FormatId, record: (n: number) => string[], head = '', foot = ''): SampleFile => ({
  id,
  head,
  foot,
  records: numbers.map((n) => `${record(n).join('\n')}\n\n`),
});

export const sampleFiles: SampleFile[] = [
  written('bibtex', /^@/gm),
  written('biblatex', /^@/gm),
  written('ris', /^TY /gm),
  written('csl-json', /(?<=\n)\{/g),
  written('csv', /(?<=\r\n)"moss/g),
  written('json', /^\{"ids"/gm),
  {
    id: 'papermemory',
    head: '{"__dataVersion": 1,\n',
    foot: '}\n',
    records: numbers.map(
      (n) =>
        `${JSON.stringify(`Moss-${n}`)}: ${JSON.stringify({ title: titleOf(n), author: 'Ada Lovelace and Bo Li', year: '2021', note: 'a "b"', pdfLink: `https://invented.org/${n}.pdf`, tags: ['x'] })}${n < count ? ',' : ''}\n`,
    ),
  },
  tagged('nbib', (n) => [
    `PMID- 3100000${n}`,
    'DP  - 2021 Mar',
    `TI  - ${titleOf(n)}`,
    'FAU - Lovelace, Ada',
    'AB  - Two lines of',
    '      an abstract.',
    'PT  - Journal Article',
  ]),
  tagged(
    'wos',
    (n) => ['PT J', 'AU Lovelace, A', '   Li, B', `TI ${titleOf(n)}`, 'PY 2021', `UT WOS:00000000${n}`, 'ER'],
    'FN Clarivate Analytics Web of Science\nVR 1.0\n',
    'EF\n',
  ),
  tagged('enw', (n) => ['%0 Journal Article', `%T ${titleOf(n)}`, '%A Lovelace, Ada', '%A Li, Bo', '%D 2021', '%V 3']),
  {
    id: 'endnote-xml',
    head: '<?xml version="1.0" encoding="UTF-8" ?>\n<xml><records>\n',
    foot: '</records></xml>\n',
    records: numbers.map(
      (n) =>
        `<record><rec-number>${n}</rec-number><ref-type name="Journal Article">17</ref-type><contributors><authors><author>Lovelace, Ada</author></authors></contributors><titles><title><style face="normal">${titleOf(n)}</style></title></titles><dates><year>2021</year></dates></record>\n`,
    ),
  },
  tagged('refworks', (n) => ['RT Journal Article', 'SR 1', `T1 ${titleOf(n)}`, 'A1 Lovelace,Ada', 'YR 2021', 'VO 3']),
  tagged('noteexpress', (n) => [
    '{Reference Type}: Journal Article',
    `{Title}: ${titleOf(n)}`,
    '{Author}: Lovelace, Ada',
    '{Year}: 2021',
  ]),
  tagged('cnki', (n) => [
    'SrcDatabase-来源库: 期刊',
    `Title-题名: ${titleOf(n)}`,
    'Author-作者: 张三;李四;',
    'PubTime-发表时间: 2021-03-01',
  ]),
  { id: 'ids', head: '', foot: '', records: numbers.map((n) => `https://arxiv.org/abs/2101.0000${n}\n`) },
];
