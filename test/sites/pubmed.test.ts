/** PubMed beyond its fixtures: what a page says of one article in two places. */
import { expect, test } from 'vitest';
import { pubmed } from '../../src/sites/pubmed';
import { isCard } from '../../src/sites/site';
import { pageOf } from '../support/page';

const row = (shown: string, linked: string) =>
  `<article class="full-docsum"><a class="docsum-title" href="/${linked}/">Slow Snails</a>
  <span class="docsum-pmid">${shown}</span></article>`;

test('a row whose number and link name two articles is saved as neither', () => {
  const rows = row('38000001', '38000001') + row('38000002', '38000003');
  const page = pageOf(`<!doctype html><body>${rows}</body>`, 'https://pubmed.ncbi.nlm.nih.gov/?term=snails');
  const read = [...pubmed.read(page)].map((item) => (isCard(item) ? item.ids : item.why));
  expect(read).toEqual([['pmid:38000001'], 'no id']);
});
