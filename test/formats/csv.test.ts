/** Tables with the columns of databases and programs: invented papers in their real shape. */
import { describe, expect, it } from 'vitest';
import { writeText } from '../../src/formats';
import { now, paper } from './support/papers';
import { readText } from './support/read-text';

const scopus =
  'Authors,Title,Year,Source title,Volume,Issue,Art. No.,Page start,Page end,DOI,Abstract,Author Keywords,Index Keywords,PubMed ID,Document Type,Source';

describe('a table of', () => {
  it.each([
    [
      'Scopus until 2022',
      `\ufeff${scopus}\n"Moss, W.R., Fern, A.-B., Lee, C.","A quiet scheme",2021,"Inventions",5,2,,11,19,10.99999/j.1,"[No abstract available]","a; b","C, d; e",31999901,"Conference Paper","Scopus"`,
      {
        title: 'A quiet scheme',
        authors: ['W.R. Moss', 'A.-B. Fern', 'C. Lee'],
        published: '2021',
        venue: 'Inventions',
        pages: '11-19',
        type: 'conference',
        keywords: ['a', 'b', 'C, d', 'e'],
        ids: ['doi:10.99999/j.1', 'pmid:31999901'],
      },
    ],
    [
      'Scopus of 2021, family names first',
      `${scopus}\n"Moss W.R., Fern A.-B.","A quiet scheme",2021,"Inventions",5,2,"e77",,,,,,,,"Article","Scopus"`,
      { authors: ['W.R. Moss', 'A.-B. Fern'], pages: 'e77', type: 'article' },
    ],
    [
      'Scopus since 2023',
      '"Authors","Author full names","Title","Year","Source title"\n"Moss W.R.; Fern A.","Moss, Walter R. (57190000001); Fern, Ada (57190000002)","A quiet scheme","2024","Inventions"',
      { authors: ['Walter R. Moss', 'Ada Fern'] },
    ],
    [
      'Web of Science, with tabs and without quotes',
      '\ufeffPT\tAU\tAF\tTI\tSO\tDT\tPY\tVL\tIS\tBP\tEP\tAR\tDI\tCR\tPM\nJ\tMoss, WR\tMoss, Walter R.\tThe 5" of moss\tINVENTIONS\tArticle; Proceedings Paper\t2001\t5\t2\t182\t190\t\t10.99999/j.1\tLee C, 1999, J INV, DOI 10.99999/other\t31999901',
      {
        title: 'The 5" of moss',
        authors: ['Walter R. Moss'],
        published: '2001',
        pages: '182-190',
        type: 'conference',
        ids: ['doi:10.99999/j.1', 'pmid:31999901'],
      },
    ],
    [
      'Web of Science’s citation report, below three lines',
      'Timespan=All years.\n\nThe report counts citations.\n"Title","Authors","Source Title","Publication Year","Beginning Page","Ending Page","DOI","2001"\n"Moss maps","Moss, WR; Lee, C","INVENTIONS","2001","5","9","10.99999/j.1","3"',
      { title: 'Moss maps', authors: ['WR Moss', 'C Lee'], pages: '5-9' },
    ],
    [
      'IEEE Xplore',
      '"Document Title",Authors,"Publication Title","Publication_Year","Start Page","End Page","DOI","PDF Link","Document Identifier"\n"A Radio","J. Moss; L. De Vries; A. B. Roy Jr.","2021 Conf (IC)","2021","1","6","10.99999/ic.1","https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=1","IEEE Conferences"',
      {
        authors: ['J. Moss', 'L. De Vries', 'A. B. Roy Jr.'],
        type: 'conference',
        pages: '1-6',
        links: { page: 'https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=1' },
      },
    ],
    [
      'OpenAlex',
      'id,display_name,authorships.author.display_name,doi,publication_date,primary_location.source.display_name,biblio.first_page,biblio.last_page,type,ids.pmid,language,abstract\nhttps://openalex.org/W1,Moss maps,Walter Moss|Ada McFern,https://doi.org/10.99999/j.1,2021-03-04,Inventions,5,9,book-chapter,https://pubmed.ncbi.nlm.nih.gov/31999901,en,Not 10.99999/other.',
      {
        title: 'Moss maps',
        authors: ['Walter Moss', 'Ada McFern'],
        published: '2021-03-04',
        venue: 'Inventions',
        pages: '5-9',
        type: 'chapter',
        language: 'en',
        ids: ['doi:10.99999/j.1', 'pmid:31999901'],
      },
    ],
    [
      'PubMed',
      '\ufeffPMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI\n"31999901","Moss maps","Moss WR, van der Fern A, Lee CC Jr.","J Inv. 2017 Mar 1;24(2):398-402. doi: 10.99999/j.1.","Moss WR","J Inv","2017","2016/06/09","PMC5399901","","10.99999/j.1"',
      {
        authors: ['WR Moss', 'A van der Fern', 'CC Lee Jr.'],
        venue: 'J Inv',
        volume: '24',
        issue: '2',
        pages: '398-402',
        type: 'article',
        published: '2017',
        ids: ['doi:10.99999/j.1', 'pmid:31999901', 'pmcid:PMC5399901'],
      },
    ],
    [
      'PubMed before 2020',
      'Title,URL,Description,Details,ShortDetails,Resource,Type,Identifiers,Db,EntrezUID,Properties\n"Moss maps.","/pubmed/31999901","Moss W, Lee CC.","J Inv. 2019 Jul 13. doi: 10.99999/j.1. [Epub ahead of print]","J Inv.  2019","PubMed","citation","PMID:31999901 | PMCID:PMC5399901","pubmed","31999901","x"',
      {
        authors: ['W Moss', 'CC Lee'],
        published: '2019-07-13',
        venue: 'J Inv',
        ids: ['doi:10.99999/j.1', 'pmid:31999901', 'pmcid:PMC5399901'],
      },
    ],
    [
      'Lens',
      'Lens ID,Title,Date Published,Publication Year,Publication Type,Source Title,Author/s,Abstract,Volume,Issue Number,Start Page,End Page,DOI,Source URLs\n000-1,Moss maps,1982-03-01,1982,book chapter,Inventions,Walter R. Moss; null Fern,,5,2,7030,7030,10.99999/j.1,',
      { authors: ['Walter R. Moss', 'Fern'], published: '1982-03-01', issue: '2', pages: '7030', type: 'chapter' },
    ],
    [
      'Dimensions, below a line of its own',
      '"About the data: Exported on Nov 30, 2026."\nRank,Publication ID,DOI,Title,Source title,Anthology title,PubYear,Volume,Issue,Pagination,Publication Type,Authors,MeSH terms,Source Linkout\n500,pub.1,10.99999/j.1,Moss maps,,Book of Moss,2019,5,2,s3-s9,Chapter,"Moss, Walter R.; Fern, Ada","Moss; Maps",https://invented.org/m',
      {
        authors: ['Walter R. Moss', 'Ada Fern'],
        venue: 'Book of Moss',
        published: '2019',
        pages: 's3-s9',
        type: 'chapter',
        keywords: ['Moss', 'Maps'],
      },
    ],
    [
      'Publish or Perish',
      '\ufeffCites,Authors,Title,Year,Source,Publisher,ArticleURL,CitesURL,Type,DOI,StartPage,EndPage,FullTextURL\n5,"W Moss, RG Fern, Aristo, ...","Moss maps","1993","Inventions","Invent","https://invented.org/m","","PDF","",1,9,"https://invented.org/m.pdf"',
      {
        authors: ['W Moss', 'RG Fern', 'Aristo'],
        authorCount: 4,
        venue: 'Inventions',
        pages: '1-9',
        links: { page: 'https://invented.org/m', pdf: 'https://invented.org/m.pdf' },
      },
    ],
    [
      'Embase',
      '"Title","Author Names","Source","Abstract","Open URL Link"\n"Moss maps","Moss W., Fern A.B.","Inventive Surgery (2014) 3:4 (152-160). Date of Publication: 2014","Abs","http://resolver.invented.org/x?sid=E&id=doi:10.99999/j.1&atitle=Moss"',
      {
        authors: ['W. Moss', 'A.B. Fern'],
        venue: 'Inventive Surgery',
        published: '2014',
        volume: '3',
        issue: '4',
        pages: '152-160',
        ids: ['doi:10.99999/j.1'],
      },
    ],
    [
      'Mendeley’s and other hands’ columns',
      'Title;Authors;Journal;Year;Volume;Pages;DOI;Tags;Notes\n"Moss; maps";"Moss, Walter; Fern, Ada";"Inventions";2014;3;"1–9";10.99999/j.1;"a; b";"Read"',
      { title: 'Moss; maps', authors: ['Walter Moss', 'Ada Fern'], pages: '1-9' },
    ],
    [
      'Excel, which names the delimiter',
      'sep=;\nTitle;Year;DOI\nMoss maps;2014;10.99999/j.1',
      { title: 'Moss maps', published: '2014' },
    ],
    [
      'Chinese columns',
      '标题,作者,期刊,年,摘要\n苔藓地图,张三；李四,机械,2014,好',
      { title: '苔藓地图', authors: ['张三', '李四'], venue: '机械', published: '2014' },
    ],
  ])('%s', async (_, file, expected) => {
    const { format, entries, problems } = await readText(file);
    expect(format).toBe('csv');
    expect(problems.filter(({ reason }) => reason !== 'guessed-authors')).toEqual([]);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.facts).toMatchObject(expected);
  });
});

it('words for authors that are missing are no authors', async () => {
  const { entries } = await readText(`${scopus}\n"[No author name available]","Preface",2021,"Inventions"`);
  expect(entries[0]?.facts).toMatchObject({ title: 'Preface', venue: 'Inventions' });
  expect(entries[0]?.facts).not.toHaveProperty('authors');
});

it('SpringerLink’s names without anything between them are split at capitals, and that is said', async () => {
  const { entries, problems } = await readText(
    'Item Title,Publication Title,Item DOI,Authors,Publication Year,URL,Content Type\nMoss maps,Inventions,10.99999/j.1,Araz R. AlievFiona McKayJean DeVries,2022,http://invented.org/1,Chapter',
  );
  expect(entries[0]?.facts.authors).toEqual(['Araz R. Aliev', 'Fiona McKay', 'Jean DeVries']);
  expect(problems).toMatchObject([{ reason: 'guessed-authors', line: 2 }]);
});

it('columns that are not kept are counted', async () => {
  const { leftOut } = await readText('Title,Year,Cited by,ISSN\nA,2001,5,1234\nB,2002,,1234\n');
  expect(leftOut).toEqual({ 'Cited by': 1, ISSN: 2 });
});

describe('a table whose columns are not known', () => {
  const file = 'Werk,Wer,Wann,Wo\n"Moos, Farn",Ada Moss,2001,Inventions\nZweites,Bo Lee,2002,Inventions\n';

  it('is told with its rows, not searched for ids', async () => {
    const { format, entries, table, problems } = await readText(file);
    expect(format).toBe('csv');
    expect(entries).toEqual([]);
    expect(table).toEqual({
      columns: ['Werk', 'Wer', 'Wann', 'Wo'],
      rows: [
        ['Moos, Farn', 'Ada Moss', '2001', 'Inventions'],
        ['Zweites', 'Bo Lee', '2002', 'Inventions'],
      ],
    });
    expect(problems).toMatchObject([{ reason: 'unknown-columns' }]);
  });

  it('is read by columns that are named by hand', async () => {
    const { entries, leftOut } = await readText(file, 'csv', { columns: ['title', 'authors', 'year', undefined] });
    expect(entries.map(({ facts }) => facts)).toMatchObject([
      { title: 'Moos, Farn', authors: ['Ada Moss'], published: '2001' },
      { title: 'Zweites', authors: ['Bo Lee'], published: '2002' },
    ]);
    expect(leftOut).toEqual({ Wo: 2 });
  });
});

describe('a quote that is not closed', () => {
  const rows = Array.from({ length: 5 }, (_, i) => `"Title ${i}",200${i},10.99999/${i}`);

  it.each([0, 1, 2, 3])('in row %i costs that row alone', async (at) => {
    const broken = rows.map((row, i) => (i === at ? row.replace(/"$|(?<=\d)",/, ',') : row));
    const { entries, problems } = await readText(`Title,Year,DOI\n${broken.join('\n')}\n`, 'csv');
    expect(entries.map(({ facts }) => facts.ids[0])).toHaveLength(5);
    expect(entries.filter(({ facts }) => /^Title \d$/.test(facts.title)).length).toBeGreaterThanOrEqual(4);
    expect(problems).toMatchObject([{ line: at + 2, reason: 'unbalanced' }]);
  });

  it('at the end of the file gives what stands before it', async () => {
    const { entries, problems } = await readText('Title,Year,Abstract\nA,2001,x\nB,2002,"It was the', 'csv');
    expect(entries.map(({ facts }) => facts.title)).toEqual(['A', 'B']);
    expect(problems).toMatchObject([{ line: 3, reason: 'cut-off' }]);
  });
});

it('a table longer than what is parsed at once loses no row at the seams', async () => {
  const papers = Array.from({ length: 3000 }, (_, i) =>
    paper({ ids: [`doi:10.5555/${i}`], title: `Paper ${i}`, abstract: 'Long, "quoted"\ntext. '.repeat(20) }),
  );
  const { entries, problems } = await readText(writeText('csv', papers, { now }));
  expect(problems).toEqual([]);
  expect(entries.map(({ facts }) => facts.title)).toEqual(papers.map(({ facts }) => facts.title));
});

it('bibliometrix’ tables: names in capitals, its own tags, R’s NA', async () => {
  const { entries } = await readText(
    '"AU","TI","SO","VO","NU","PP","DE","PY"\n"LANTERN RC;WOOD T;MOSS AB;","MAPS","J INV","46",7,"1-9",NA,"2001"\n',
    'csv',
  );
  expect(entries[0]?.facts).toMatchObject({
    authors: ['RC LANTERN', 'T WOOD', 'AB MOSS'],
    volume: '46',
    issue: '7',
    pages: '1-9',
  });
  expect(entries[0]?.facts.keywords).toBeUndefined();
});

it('a tag with a comma comes back from our own table as one', async () => {
  const { entries } = await readText('"Title","Manual Tags","DOI"\n"Maps","one, two","10.5555/a"\n', 'csv');
  expect(entries[0]?.tags).toEqual(['one, two']);
});
