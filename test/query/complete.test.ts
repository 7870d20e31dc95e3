import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeQuery } from '../../src/query/complete';
import { parseQuery } from '../../src/query/parse';

const known = {
  tags: ['rl/reward', 'Active Learning', 'rl', 'url'],
  sites: ['arxiv', 'huggingface'],
  categories: ['cs.LG'],
};
/** Completions offered for each query; `|` is the caret. */
const completed = (typed: string) => {
  const caret = typed.indexOf('|');
  const query = typed.replace('|', '');
  return completeQuery(query, caret, known).map(({ from, to, text }) => query.slice(0, from) + text + query.slice(to));
};

test.each([
  ['tit|', ['title:']],
  ['net sta|', ['net status:']],
  ['tag:r|', ['tag:rl/reward ', 'tag:rl ', 'tag:"Active Learning" ', 'tag:url ']],
  ['tag:act| net', ['tag:"Active Learning"  net']],
  ['tag:"active le|', ['tag:"Active Learning" ']],
  ['reward|', ['tag:rl/reward ']],
  ['status:|', ['status:to-read ', 'status:reading ', 'status:read ']],
  ['-has:no|', ['-has:note ']],
  ['(site:hug|)', ['(site:huggingface )']],
  ['category:lg|', ['category:cs.LG ']],
  ['sort:pub|', ['sort:published ']],
  ['tit|le:x', ['title:']],
  ['tag:rl |', []],
  ['"ti|', []],
  ['nothing:x|', []],
  ['|', []],
])('after %s', (typed, expected) => expect(completed(typed)).toEqual(expected));

test('every completion is understood, wherever the caret is', () => {
  const bits = fc.constantFrom('tag:', 'is:', 'sta', 'r', ' ', '"', '(', ')', '-', 'OR ', 'net');
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 8 }), fc.nat(30), (parts, at) => {
      const query = parts.join('');
      const caret = Math.min(at, query.length);
      for (const { from, to, text } of completeQuery(query, caret, known)) {
        expect(from).toBeLessThanOrEqual(caret);
        expect(to).toBeGreaterThanOrEqual(caret);
        if (text.endsWith(' ')) expect(parseQuery(text).problems).toEqual([]);
      }
    }),
  );
});
