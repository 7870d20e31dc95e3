/** Links to one paper under several ids are one card on any page. */
import { expect, test } from 'vitest';
import { any } from '../../src/sites/any';
import { isCard } from '../../src/sites/site';
import { pageOf } from '../support/page';

const cards = (html: string) =>
  [...any.read(pageOf(html, 'https://otter.example.org/'))].filter(isCard).map(({ ids, title }) => [title, ...ids]);

test.each([
  [
    'a title that leads to an index, and a DOI',
    '<ul><li>Ana Okoye: <a href="https://dblp.org/rec/journals/otters/Okoye99">Holts on Graphs</a>. DOI: <a href="https://doi.org/10.1000/holts.1">10.1000/holts.1</a></li></ul>',
    [['Holts on Graphs', 'doi:10.1000/holts.1', 'dblp:journals/otters/Okoye99']],
  ],
  [
    'names of places alone',
    '<ul><li>Okoye A. Stone tools. J Otters. 2020. <a href="https://doi.org/10.1000/tools.1">CrossRef</a> <a href="https://pubmed.ncbi.nlm.nih.gov/99999991/">PubMed</a></li></ul>',
    [['CrossRef', 'doi:10.1000/tools.1', 'pmid:99999991']],
  ],
  [
    'a row of a table with the title beside them',
    '<table><tr><td>Swimming Against the Gradient Flow</td><td><a href="https://arxiv.org/abs/2401.99101">arXiv</a></td><td><a href="https://openreview.net/forum?id=Otter1">OpenReview</a></td></tr></table>',
    [['Swimming Against the Gradient Flow', 'arxiv:2401.99101', 'openreview:Otter1']],
  ],
])('%s', (_, html, expected) => expect(cards(html)).toEqual(expected));

test.each([
  [
    'two that name papers',
    '<ul><li><a href="https://arxiv.org/abs/2401.99101">Holts on Graphs</a>, <a href="https://doi.org/10.1000/holts.1">Holts on Trees</a></li></ul>',
  ],
  [
    'two citations',
    '<ul><li>See <a href="https://arxiv.org/abs/2401.99101">[12]</a> and <a href="https://doi.org/10.1000/holts.1">[13]</a>.</li></ul>',
  ],
  [
    'two of one archive',
    '<ul><li><a href="https://arxiv.org/abs/2401.99101">arXiv</a> <a href="https://arxiv.org/abs/2401.99102">arXiv</a></li></ul>',
  ],
  [
    'running text',
    '<p><a href="https://arxiv.org/abs/2401.99101">arXiv</a> <a href="https://doi.org/10.1000/holts.1">doi</a></p>',
  ],
])('%s are two papers', (_, html) => expect(cards(html).map((card) => card.length)).toEqual([2, 2]));

test('an id that stands in two entries joins none', () => {
  const entry = (id: string) =>
    `<li><a href="https://arxiv.org/abs/${id}">arXiv</a> <a href="https://doi.org/10.1000/book">doi</a></li>`;
  expect(cards(`<ul>${entry('2401.99101')}${entry('2401.99102')}</ul>`).map((card) => card.length)).toEqual([2, 2, 2]);
});

test('a link within a paper’s own page is no paper', () => {
  const page = pageOf(
    '<a href="#main">Skip to main content</a><p id="main"><a href="https://doi.org/10.1000/other">Another paper of otters</a></p>',
    'https://doi.org/10.1000/own',
  );
  expect([...any.read(page)].filter(isCard).map(({ title }) => title)).toEqual(['Another paper of otters']);
});

test.each([
  ['the only heading', '', '<h1>Otters in rivers of the far and colder north.</h1>'],
  [
    'the heading that the page is called after',
    'Otters in rivers of the far and... [J Otters. 2013] - Index',
    '<h1>Index</h1><h1>Otters in rivers of the far and colder north.</h1>',
  ],
])('a page whose address alone says that it is a paper has %s as its title', (_, title, body) => {
  const page = pageOf(`<title>${title}</title>${body}`, 'https://www.ncbi.nlm.nih.gov/pubmed/99999991');
  expect(any.kind(page.url, page.document)).toBe('paper');
  expect([...any.read(page)].filter(isCard).map((card) => [card.title, ...card.ids])).toEqual([
    ['Otters in rivers of the far and colder north', 'pmid:99999991'],
  ]);
});
