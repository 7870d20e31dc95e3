import { expect, test } from 'vitest';
import { showCard } from '../../src/library/followed-card';
import { digest, firstSentence } from '../../src/shelf/today/today-digest';
import { facts } from '../support/library';

test.each([
  ['We do it. It works.', 'We do it.'],
  ['Models of e.g. language improve by 3.5 points. More text', 'Models of e.g. language improve by 3.5 points.'],
  ['No full stop', 'No full stop'],
  ['我们提出一种方法。它有效。', '我们提出一种方法。'],
])('the first sentence of %s', (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence);
});

test('the digest is a list in which nothing of a title is taken for markup', () => {
  const paper = facts(1, { title: 'A [link](javascript:x) <b>', abstract: 'We do it. And more.' });
  const card = { n: 1, ids: paper.ids, metAt: 0, places: [], sources: [{ site: 'arxiv', at: 0, facts: paper }] };
  expect(digest([showCard(card)])).toBe(
    '- [A \\[link\\](javascript:x) \\<b\\>](https://arxiv.org/abs/2601.00001)  \n  We do it.\n',
  );
});
