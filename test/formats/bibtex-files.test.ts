/** BibTeX as programs and hands write it: invented entries, each with what earlier readers lost. */
import { describe, expect, it } from 'vitest';
import { readText } from './support/read-text';

const facts = async (file: string) => (await readText(file, 'bibtex')).entries.map((entry) => entry.facts);

describe('every entry is read', () => {
  it.each([
    ['book_section', 'chapter'],
    ['newspaper_article', 'article'],
    ['conference-paper', 'conference'],
    ['PhDThesis', 'thesis'],
    ['MVBook', 'book'],
    ['web_page', undefined],
    ['no-one_knows', undefined],
  ])('of type %s', async (type, expected) => {
    const [found] = await facts(`@${type}{k, title = {Moss maps}, year = 2001}`);
    expect(found).toMatchObject({ title: 'Moss maps', published: '2001' });
    expect(found?.type).toBe(expected);
  });

  it('on one line, after a comment, in parentheses, without a key', async () => {
    const found = await facts(
      'Mail a@invented.org (x).\n@misc{a,title={A}}@article(b, title = "B (b) b", year=2001) @Book{ title={C}}\n% @misc{no, title={No}}\n@comment{jabref-meta: @misc{x,}}\n@misc {d , title={D}}',
    );
    expect(found.map(({ title }) => title)).toEqual(['A', 'B (b) b', 'C', 'D']);
  });

  it('an unclosed brace on one line of many entries costs its own alone', async () => {
    const { entries, problems } = await readText(
      '@misc{a, title={A}} @misc{b, title={B, year={2001}} @misc{c, title={C}} @article(d, title={D)} @misc{e, title={E}}',
      'bibtex',
    );
    expect(entries.map((entry) => entry.facts.title)).toEqual(['A', 'B', 'C', 'D)', 'E']);
    expect(problems).toMatchObject([
      { reason: 'unbalanced', detail: 'b' },
      { reason: 'unbalanced', detail: 'd' },
    ]);
  });

  it('what is no paper or cannot be read is listed with its first words', async () => {
    const { entries, problems } = await readText('@xdata{x, note = {y}}\n\narticle{b, title = {B}}\n@misc{a', 'bibtex');
    expect(entries).toEqual([]);
    expect(problems).toMatchObject([
      { line: 1, reason: 'not-a-paper', isLost: true, excerpt: '@xdata{x, note = {y}}' },
      { line: 3, isLost: true, reason: 'syntax', detail: 'b' },
      { line: 4, isLost: true, reason: 'cut-off' },
    ]);
  });
});

describe('a field', () => {
  it.each([
    [
      'an address in howpublished',
      'howpublished = {\\url{https://invented.org/site_map}}',
      { links: { page: 'https://invented.org/site_map' } },
    ],
    [
      'a link in note',
      'note = {Available at \\href{https://invented.org/a}{this page}}',
      { links: { page: 'https://invented.org/a' } },
    ],
    [
      'an address in LaTeX',
      'url = {\\url{https://invented.org/a{\\_}b}}',
      { links: { page: 'https://invented.org/a_b' } },
    ],
    [
      'two addresses',
      'url = {https://invented.org/a https://invented.org/b.pdf}',
      { links: { page: 'https://invented.org/a', pdf: 'https://invented.org/b.pdf' } },
    ],
    ['a DOI behind an article number', 'doi = {ARTN 1036860 10.99999/x.1}', { ids: ['doi:10.99999/x.1'] }],
    [
      'a DOI in LaTeX',
      'doi = {10.99999/a(1)1{\\textless}2:B{[}3{$>$}4.0{\\_}x}',
      { ids: ['doi:10.99999/a(1)1<2:b[3>4.0_x'] },
    ],
    ['a DOI of another resolver', 'doi = {http://doi.acm.org/10.99999/1.2}', { ids: ['doi:10.99999/1.2'] }],
    ['a DOI in note', 'note = {10.99999/x.1}', { ids: ['doi:10.99999/x.1'] }],
    ['a short DOI', 'doi = {10/gqtzvf}', { links: { page: 'https://doi.org/10/gqtzvf' } }],
    ['PubMed’s number', 'pubmed = {31999901}', { ids: ['pmid:31999901'] }],
    [
      'arXiv’s id as volume',
      'journal = {CoRR}, volume = {abs/2104.99497}',
      { ids: ['arxiv:2104.99497'], volume: undefined },
    ],
    ['an organisation with “and”', 'publisher = {Taylor and Francis}', { publisher: 'Taylor and Francis' }],
    ['a journal by its macro', 'journal = {\\apj}', { venue: 'Astrophysical Journal' }],
    ['pages without an end', 'pages = {e125 - }', { pages: 'e125' }],
    ['a language', 'langid = {ngerman}', { language: 'de' }],
    ['a note', 'note = {Best paper award; in Japanese}', { comment: 'Best paper award; in Japanese' }],
    ['a name with a space', 'funding_text 1 = {x}, volume = 3', { volume: '3' }],
    ['a year before 1400', 'date = {0380}', { published: '0380' }],
    ['a range of dates', 'date = {2014-05/2014-07}', { published: '2014-05' }],
    ['a month with its day', 'year = 2014, month = "8~" # aug', { published: '2014-08-08' }],
    ['a month in German', 'year = 2014, month = {März}', { published: '2014-03' }],
    ['a year with words', 'year = {2018, cop. 2008}', { published: '2018' }],
    ['a date with day first', 'date = {28.05.2013}', { published: '2013-05-28' }],
  ])('%s', async (_, field, expected) => {
    const [found] = await facts(`@article{k, title = {T}, ${field}}`);
    const known = Object.entries(expected).filter(([, value]) => value !== undefined);
    expect(found).toMatchObject(Object.fromEntries(known));
    for (const [name, value] of Object.entries(expected))
      if (value === undefined) expect(found).not.toHaveProperty(name);
  });

  it.each([
    ['phdthesis', 'school = {Moss University}', 'Moss University'],
    ['thesis', 'publisher = {Moss University}', 'Moss University'],
    ['thesis', 'institution = {Moss University}, type = {PhD}', 'Moss University'],
    ['techreport', 'institution = {Moss Institute}', 'Moss Institute'],
    ['misc', 'howpublished = {Archive of Inventions, Report 5}', 'Archive of Inventions, Report 5'],
    ['inproceedings', 'eventtitle = {Conference of Moss}', 'Conference of Moss'],
  ])('of @%s: %s is the venue', async (type, field, venue) => {
    expect((await facts(`@${type}{k, title = {T}, ${field}}`))[0]?.venue).toBe(venue);
  });

  it('two notes are both kept', async () => {
    const { entries } = await readText('@misc{k, title={T}, note={To appear}, annote={Read again}}');
    expect(entries).toMatchObject([{ note: 'Read again', facts: { comment: 'To appear' } }]);
  });

  it('fields that are not kept are counted', async () => {
    const { leftOut } = await readText(
      '@misc{a, title={A}, isbn={1}, editor={E}}\n@misc{b, title={B}, isbn={2}, file={}}',
    );
    expect(leftOut).toEqual({ isbn: 2, editor: 1 });
  });
});

describe('keywords', () => {
  it.each([
    ['with semicolons keep their commas', '{Models, Biological; Aged}', ['Models, Biological', 'Aged']],
    ['with commas', '{graphs, C++, {a, b}}', ['graphs', 'C++', 'a, b']],
    ['one a line, as EndNote writes them', '{blue whale\nsea\nice}', ['blue whale', 'sea', 'ice']],
    ['in two pairs of braces', '{{A; B}}', ['A', 'B']],
    ['with stars for the main ones', '{*Distance, Humans}', ['Distance', 'Humans']],
    ['in a field each, as ScienceDirect writes them', '"A", keywords = "B"', ['A', 'B']],
  ])('%s', async (_, list, expected) => {
    const { entries } = await readText(`@misc{k, title = {T}, keywords = ${list}}`, 'bibtex');
    expect(entries[0]?.tags).toEqual(expected);
  });
});

describe('authors', () => {
  it.each([
    ['Martin, Neto, L.', ['L. Martin Neto']],
    ['King, Jr., Martin', ['Martin King Jr.']],
    ['Daumé, Hal, III', ['Hal Daumé III']],
    ['MOSS, JR and LEE, C', ['JR MOSS', 'C LEE']],
    ['D. Moss, H. Fern, J. E. Lee and others', ['D. Moss', 'H. Fern', 'J. E. Lee']],
    ['Nielsen, H., D. Cajiao, G. Roldan', ['H. Nielsen', 'D. Cajiao', 'G. Roldan']],
    ['竹下隆史, 村山公保, 荒井透', ['竹下隆史', '村山公保', '荒井透']],
    ['杨, 育伟 and 山田, 太郎', ['杨 育伟', '山田 太郎']],
    ['family=Moss, given=Ada, prefix=van der', ['Ada van der Moss']],
    ['{Barnes and Noble} and Ada Moss', ['Barnes and Noble', 'Ada Moss']],
    ['Ada Moss and  and Bo Lee and', ['Ada Moss', 'Bo Lee']],
  ])('%s', async (names, expected) => {
    expect((await facts(`@misc{k, title = {T}, author = {${names}}}`))[0]?.authors).toEqual(expected);
  });

  it('that cannot be told apart are left out, and that is said', async () => {
    const { entries, problems } = await readText('@misc{k, title = {T}, author = {Moss, Fern, Lee, Alder, Birch}}');
    expect(entries[0]?.facts).not.toHaveProperty('authors');
    expect(problems).toMatchObject([{ reason: 'unclear-authors', detail: 'Moss, Fern, Lee, Alder, Birch' }]);
  });
});

describe('fields of other entries', () => {
  const parent =
    '@proceedings{p, title={Moss 2001}, year={2001}, doi={10.99999/whole}, editor={E}, publisher={Invent}}';

  it('are taken by crossref, but not those that identify the parent', async () => {
    const [child] = await facts(`@inproceedings{c, title={C}, crossref={P}}\n${parent}`);
    expect(child).toMatchObject({ title: 'C', venue: 'Moss 2001', published: '2001', publisher: 'Invent' });
    expect(child?.ids[0]).toMatch(/^entry:/);
  });

  it('are all taken by an edition that has no title of its own', async () => {
    const [second] = await facts(
      '@book{b, crossref={a}, year={2009}}\n@book{a, title={Moss}, subtitle={A Map}, author={Ada Moss}, date={2001-05}}',
    );
    expect(second).toMatchObject({ title: 'Moss: A Map', authors: ['Ada Moss'], published: '2009' });
  });

  it('may lead in circles', async () => {
    expect(await facts('@book{a, crossref={b}, title={A}}\n@book{b, crossref={a}, title={B}}')).toHaveLength(2);
  });
});
