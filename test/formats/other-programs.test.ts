/** Files as programs and hands write them that keep to no one's rules: invented, each with the trap it is for. */
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/formats';
import type { FileEntry } from '../../src/formats/file-items';

async function read(file: string | Uint8Array): Promise<{ format: string | undefined; entries: FileEntry[] }> {
  const opened = readFile(typeof file === 'string' ? new TextEncoder().encode(file) : file);
  const entries: FileEntry[] = [];
  for await (const item of opened?.items ?? []) if ('entry' in item) entries.push(item.entry);
  return { format: opened?.format.id, entries };
}

const strange = `Free text, mail me@example.org
% @misc{commented, title={No}}
@STRING( jml = "J. Mach. Learn. " # "Res." )
@preamble{ "\\newcommand{\\noop}[1]{}" }
@ARTICLE (Mixed:Case+Key_2020,
  Author = "Jos{\\'e} Garc{\\'\\i}a and {The ATLAS Collaboration} and de la Vall{\\'e}e, Charles",
  TITLE = {A {T}itle: {\\TeX} and $E=mc^2$ \\& more}, Journal = jml, Year = 2020 , month = "8~" # aug, Pages = {100 -- 110})
@inproceedings{child, crossref={parent}, author={Doe, Jane}, title={Child paper}}
@proceedings{parent, title={Proceedings of the Thing}, booktitle={Proceedings of the Thing}, year={1999}}
`;

/** UTF-16 without a mark. */
function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), isLittleEndian);
  return bytes;
}

describe.each([
  ['UTF-8', strange],
  ['UTF-16, big end first, without a mark', utf16(strange, false)],
  ['UTF-16, little end first, without a mark', utf16(strange, true)],
  ['line ends of three kinds', strange.replace('\n', '\r\n').replace('\n@S', '\r@S')],
])('BibTeX in %s', (_, file) => {
  it('with brackets, strings joined, a crossref and comments', async () => {
    const { format, entries } = await read(file);
    expect(format).toBe('bibtex');
    expect(entries.map(({ facts }) => facts)).toMatchObject([
      {
        title: 'A Title: TeX and $E=mc^2$ & more',
        authors: ['José García', 'The ATLAS Collaboration', 'Charles de la Vallée'],
        published: expect.stringMatching(/^2020-08/),
        venue: 'J. Mach. Learn. Res.',
        pages: '100-110',
      },
      { title: 'Child paper', published: '1999', venue: 'Proceedings of the Thing', type: 'conference' },
      { title: 'Proceedings of the Thing' },
    ]);
    expect(entries[0]?.citationKey).toBe('Mixed:Case+Key_2020');
  });
});

it('Windows-1252 with quotes and dashes, also where the platform decodes Latin-1', async () => {
  const text = '@article{a, title={D\u00e9j\u00e0 vu \u0096 \u0093so\u0094}, year={2001}}';
  const { entries } = await read(Uint8Array.from(text, (char) => char.charCodeAt(0)));
  expect(entries[0]?.facts.title).toBe('Déjà vu – “so”');
});

it.each([
  ['by hand', 'title,authors,year,doi\n"Plain names","Jane Doe, John Smith",2019,10.1000/g\n'],
  ['with tabs', 'Title\tAuthor\tYear\tDOI\nPlain names\tDoe, Jane; Smith, John\t2019\t10.1000/g\n'],
  [
    'of an index',
    '"Authors","Author full names","Title","Year","DOI"\n"Doe J.; Smith J.","Doe, Jane (1); Smith, John (2)","Plain names","2019","10.1000/g"\n',
  ],
  [
    'with semicolons',
    '\ufeff"Title";"Author";"Date";"DOI"\r\n"Plain names";"Doe, Jane; Smith, John";"2019";"10.1000/g"',
  ],
])('CSV %s', async (_, file) => {
  const { format, entries } = await read(file);
  expect(format).toBe('csv');
  expect(entries).toMatchObject([
    { facts: { title: 'Plain names', authors: ['Jane Doe', 'John Smith'], published: '2019', ids: ['doi:10.1000/g'] } },
  ]);
});

const item = { id: 1, type: 'article-journal', title: 'An <i>item</i>', author: [{ literal: 'The Group' }] };
it.each([
  ['a list', [item]],
  ['one item', item],
  ['a list under `items`', { items: [item] }],
])('CSL JSON as %s', async (_, value) => {
  const { format, entries } = await read(JSON.stringify(value));
  expect(format).toBe('csl-json');
  expect(entries).toMatchObject([{ facts: { title: 'An item', authors: ['The Group'], type: 'article' } }]);
});

it('CSL JSON with a text that ends in a backslash, without losing the next paper', async () => {
  const { entries } = await read(
    JSON.stringify([
      { ...item, title: 'The root C:\\' },
      { ...item, title: 'Next' },
    ]),
  );
  expect(entries.map(({ facts }) => facts.title)).toEqual(['The root C:\\', 'Next']);
});

it('RIS with a continued line, a record that is not ended, and odd spaces', async () => {
  const { format, entries } = await read(
    'Provider: X\r\n\r\nTY  - JOUR\r\nTI  - A title that goes\r\n      on\r\nA1  - Smith, John, Jr.\r\nY1  - 2019/03//\r\nTY - CONF\r\nTI - Odd spacing\r\nER - \r\n',
  );
  expect(format).toBe('ris');
  expect(entries.map(({ facts }) => facts)).toMatchObject([
    { title: 'A title that goes on', authors: ['John Smith Jr.'], published: '2019-03' },
    { title: 'Odd spacing', type: 'conference' },
  ]);
});

it('nbib whose values go on over lines', async () => {
  const { format, entries } = await read(
    'PMID- 31452104\r\nTI  - A long title\r\n      over two lines.\r\nFAU - van der Berg, Peter\r\nCN  - The Big Consortium\r\nDP  - 2019 Aug\r\nPT  - Journal Article\r\n',
  );
  expect(format).toBe('nbib');
  expect(entries).toMatchObject([
    {
      facts: {
        title: 'A long title over two lines',
        authors: ['Peter van der Berg', 'The Big Consortium'],
        published: '2019-08',
      },
    },
  ]);
});

it('nbib of an article that was online before its issue has the date of the issue, whose volume and pages it names', async () => {
  const { entries } = await read(
    'PMID- 31452104\nTI  - A title.\nDEP - 20190730\nDP  - 2019 Sep\nPT  - Journal Article\n',
  );
  expect(entries[0]?.facts).toMatchObject({ published: '2019-09' });
});

it.each([
  ['CSL', { issued: { 'date-parts': [[2024, 5]] }, 'available-date': { 'date-parts': [[2023, 11, 30]] } }],
  [
    'Crossref',
    {
      issued: { 'date-parts': [[2023, 11, 30]] },
      'published-online': { 'date-parts': [[2023, 11, 30]] },
      'published-print': { 'date-parts': [[2024, 5]] },
    },
  ],
])('%s data with an issue’s date besides that of first publication has both', async (_, dates) => {
  const item = {
    type: 'article-journal',
    title: 'Otters',
    DOI: '10.1000/otters',
    'container-title': 'Otter Letters',
    ...dates,
  };
  const { entries } = await read(JSON.stringify([item]));
  expect(entries[0]?.facts).toMatchObject({ published: '2023-11-30', issued: '2024-05' });
});

it('data of one date have no other', async () => {
  const { entries } = await read(
    JSON.stringify([
      { type: 'article-journal', title: 'Otters', DOI: '10.1000/otters', issued: { 'date-parts': [[2024]] } },
    ]),
  );
  expect(entries[0]?.facts.published).toBe('2024');
  expect(entries[0]?.facts.issued).toBeUndefined();
});

const endnoteXml = `<?xml version="1.0" encoding="UTF-8" ?><xml><records><record><database name="My.enl" path="C:\\My.enl">My.enl</database><source-app name="EndNote" version="20.2">EndNote</source-app><rec-number>7</rec-number><ref-type name="Journal Article">17</ref-type><contributors><authors><author><style face="normal" font="default" size="100%">van der Berg, Ada M.</style></author><author><style face="normal">Müller, J&#xF6;rg</style></author></authors><secondary-authors><author>Editor, Ed</author></secondary-authors></contributors><titles><title><style face="normal">Moss of </style><style face="italic">Bryum</style><style face="normal"> &amp; &lt;5 lanterns</style></title><secondary-title>J Inv Moss</secondary-title></titles><periodical><full-title>Journal of Invented Moss</full-title><abbr-1>J Inv Moss</abbr-1></periodical><pages>12-19</pages><volume>4</volume><number>2</number><keywords><keyword>moss</keyword><keyword>lanterns, old</keyword></keywords><dates><year>2019</year><pub-dates><date>Mar 5</date></pub-dates></dates><isbn>1234-5678</isbn><accession-num>31452104</accession-num><urls><related-urls><url>https://invented.org/moss</url></related-urls><pdf-urls><url>internal-pdf://1/a.pdf</url></pdf-urls></urls><electronic-resource-num>10.5555/moss.1</electronic-resource-num><remote-database-name>PubMed</remote-database-name><abstract>One.&#xD;Two.</abstract></record><record><ref-type name="Thesis">32</ref-type><contributors><authors><author>Li, Bo</author></authors></contributors><titles><title>Lamps</title></titles><dates><year>2020</year></dates><publisher>University of Invention</publisher></record></records></xml>`;

it('EndNote XML on one line, with text in styles', async () => {
  const { format, entries } = await read(endnoteXml);
  expect(format).toBe('endnote-xml');
  expect(entries.map(({ facts }) => facts)).toEqual([
    {
      ids: ['doi:10.5555/moss.1', 'pmid:31452104'],
      title: 'Moss of Bryum & <5 lanterns',
      authors: ['Ada M. van der Berg', 'Jörg Müller'],
      published: '2019-03-05',
      venue: 'Journal of Invented Moss',
      volume: '4',
      issue: '2',
      pages: '12-19',
      abstract: 'One.\nTwo.',
      type: 'article',
      links: { page: 'https://invented.org/moss' },
    },
    expect.objectContaining({ title: 'Lamps', authors: ['Bo Li'], type: 'thesis', venue: 'University of Invention' }),
  ]);
  expect(entries[0]?.tags).toEqual(['moss', 'lanterns, old']);
});

it('addresses and DOIs that were escaped as text', async () => {
  const { entries } = await read(
    String.raw`@article{a, title={T}, doi={10.1007/978-3-030-1{\_}7}, url={https://example.org/{~}me/a{\_}b\&c{\%}20d}}`.replace(
      '{~}',
      String.raw`{\~{}}`,
    ),
  );
  expect(entries[0]?.facts.ids).toEqual(['doi:10.1007/978-3-030-1_7']);
  expect(entries[0]?.facts.links?.page).toBe('https://example.org/~me/a_b&c%20d');
});

it('CNKI’s issue with its volume behind it', async () => {
  const record = (issue: string) =>
    `RT Journal Article\nT1 Maps ${issue}\nA1 张三;李四\nJF 地图\nYR 2020\nIS ${issue}\n`;
  const { format, entries } = await read(`${record('02 vo 38')}\n${record('11 vo')}\n${record('5')}`);
  expect(format).toBe('refworks');
  expect(entries.map(({ facts }) => [facts.issue, facts.volume])).toEqual([
    ['02', '38'],
    ['11', undefined],
    ['5', undefined],
  ]);
});
