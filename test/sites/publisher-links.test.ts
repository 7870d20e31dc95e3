/** The usual forms of publishers' links, as they stand on people's pages: each gives one card with the right id. */
import { expect, test } from 'vitest';
import { any } from '../../src/sites/any';
import { isCard } from '../../src/sites/site';
import { pageOf } from '../support/page';
import { paperLinks as links } from '../support/paper-links';

test('each of 65 usual forms of links gives a card with its id', () => {
  const items = links.map(([href], at) => `<li><a href="${href}">A study of otters, part ${at}</a></li>`);
  const cards = [...any.read(pageOf(`<ul>${items.join('')}</ul>`, 'https://otter.example.org/'))].filter(isCard);
  expect(links.length).toBe(65);
  expect(cards.map(({ title, ids }) => [title, ids])).toEqual(
    links.map(([, id], at) => [`A study of otters, part ${at}`, [id]]),
  );
});

test.each([
  'https://www.nature.com/articles/d41586-099-99901-1',
  'https://www.nature.com/nature/volumes/596/issues/7873',
  'https://jmlr.org/papers/v25/',
  'https://jmlr.org/papers/v25/index.html',
  'https://www.ijcai.org/proceedings/2099/',
  'https://ojs.aaai.org/index.php/AAAI/issue/view/576',
  'https://ieeexplore.ieee.org/author/37086453282',
  'https://www.usenix.org/conference/nsdi22/technical-sessions',
  'https://eprint.iacr.org/2025/',
  'https://papers.ssrn.com/sol3/cf_dev/AbsByAuth.cfm?per_id=16042',
  'https://elifesciences.org/subjects/ecology',
  'https://ui.adsabs.harvard.edu/search/q=otters',
])('%s gives none', (href) => {
  const page = pageOf(`<ul><li><a href="${href}">Otters and others</a></li></ul>`, 'https://otter.example.org/');
  expect([...any.read(page)]).toEqual([]);
});
