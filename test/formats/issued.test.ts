/** A work whose issue came later than its first publication is cited and exported by the date of the issue. */
import { expect, test } from 'vitest';
import { citationStyles, cite } from '../../src/formats/cite';
import { cslItem } from '../../src/formats/csl';
import { zoteroItem } from '../../src/formats/zotero';
import { shownFacts } from '../../src/library/merge/merge';
import { paper } from './support/papers';

const otters = paper(
  {
    title: 'Otters',
    authors: ['Ana Okoye'],
    venue: 'Otter Letters',
    type: 'article',
    published: '2023-11-30',
    issued: '2024-05',
  },
  { ids: ['doi:10.1000/otters'] },
);

test.each(citationStyles)('%s cites the year of the issue', (style) => {
  expect(cite(otters, style)).toContain('2024');
  expect(cite(otters, style)).not.toContain('2023');
});

test('CSL has both dates, Zotero that of the issue', () => {
  expect(cslItem(otters, 'otters', {})).toMatchObject({
    issued: { 'date-parts': [[2024, 5]] },
    'available-date': { 'date-parts': [[2023, 11, 30]] },
  });
  expect(zoteroItem(otters, {}).date).toBe('2024-05');
});

test('a date that was written by hand is the one to cite', () => {
  const source = { site: 'import:nbib', at: 1, facts: otters.facts };
  expect(shownFacts(otters.ids, [source])).toMatchObject({ published: '2023-11-30', issued: '2024-05' });
  const shown = shownFacts(otters.ids, [source], { published: '2025' });
  expect(shown.published).toBe('2025');
  expect(shown.issued).toBeUndefined();
});
