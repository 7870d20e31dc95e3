import { expect, test } from 'vitest';
import { idsIn } from '../../src/paper/ids-in-text';

const ids = (text: string) => [...idsIn(text)].map(({ id }) => id);

test.each([
  ['arxiv.org/abs/2407.99706', ['arxiv:2407.99706']],
  [
    'see arxiv.org/pdf/2407.99707v2 and www.arxiv.org/abs/hep-th/9901001.',
    ['arxiv:2407.99707', 'arxiv:hep-th/9901001'],
  ],
  ['doi.org/10.1145/3442188.9945922', ['doi:10.1145/3442188.9945922']],
  ['(www.pnas.org/doi/full/10.1073/pnas.1999367117)', ['doi:10.1073/pnas.1999367117']],
  ['math.GT/0309136 and cs/0112017v1', ['arxiv:math/0309136', 'arxiv:cs/0112017']],
  ['10.1111/tpj.99145/abstract', ['doi:10.1111/tpj.99145']],
  [
    'doi:10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM999>3.0.CO;2-2, and more',
    ['doi:10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim999>3.0.co;2-2'],
  ],
  ['<a href="https://doi.org/10.1000/x">x</a><br>', ['doi:10.1000/x']],
  ['proceedings.mlr.press/v139/otter21a.html', ['pmlr:v139/otter21a']],
  ['PMID: 20565167, PMC2886777', ['pmid:20565167', 'pmcid:PMC2886777']],
  ['mail me@arxiv.org/abs/2407.99706x', []],
  ['example.org/list and and/or 1.2/3', []],
])('%s', (text, found) => expect(ids(text)).toEqual(found));

test('in a plain list what stands behind # is a comment; in other text it is read', () => {
  const list =
    '# one id a line, as 2501.99345\n\n1706.99762 # better than 2005.99499\nhttps://arxiv.org/abs/2005.99401#S2\n';
  expect(ids(list)).toEqual(['arxiv:1706.99762', 'arxiv:2005.99401']);
  expect(ids('# Reading, with 2501.99345\n\nSee also 1706.99762.')).toEqual(['arxiv:2501.99345', 'arxiv:1706.99762']);
  expect([...idsIn('# 2501.99345\n1706.99762')]).toEqual([{ id: 'arxiv:1706.99762', at: 13 }]);
});

test('no text takes long', () => {
  const start = performance.now();
  for (const part of ['a.', 'a-', '10.1000/', 'https://a.b/', '<1:', 'ab.cd/<1:', '# ', 'arxiv:', '(', 'x/'])
    ids(part.repeat(40_000));
  expect(performance.now() - start).toBeLessThan(4000);
});
