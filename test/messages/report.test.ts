import { expect, test } from 'vitest';
import { reportText } from '../../src/messages/report';

const agent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.1';

test('the report says versions, page and counts, with the reasons where they are known', () => {
  const page = { site: 'arxiv', kind: 'listing', read: 2 } as const;
  expect(reportText({ ...page, unparsed: { 'no title': 2, 'no id': 1 } }, '1.2.3', agent)).toBe(
    'Offprint 1.2.3, Chrome/156.0.0.0\nPage: arxiv, listing\nRead: 2, not read: 3 (no title: 2, no id: 1)',
  );
  expect(reportText({ ...page, unparsed: 3 }, '1.2.3', 'a bot')).toBe(
    'Offprint 1.2.3, another browser\nPage: arxiv, listing\nRead: 2, not read: 3',
  );
});

test('a page whose kind is not known any more says so', () => {
  expect(reportText({ site: 'arxiv', kind: undefined, read: 0, unparsed: 1 }, '1.2.3', agent)).toContain(
    'Page: arxiv, unknown',
  );
});
