import { parse } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainFields } from '../../src/formats/bibtex/plain';

/** The same entry by the parser that plain fields are spared. */
function parsed(source: string): Record<string, unknown> {
  const { entries } = parse(source, {
    english: false,
    sentenceCase: false,
    caseProtection: false,
    fieldMode: { keywords: 'richtext' },
    unsupported: (_node, tex) => tex,
  });
  return entries[0]?.fields as Record<string, unknown>;
}

/** White space, and lists that only one of the two sorts or joins, do not count. */
function told(fields: Record<string, unknown> | undefined): unknown {
  const one = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim().normalize('NFC');
    if (!Array.isArray(value)) return value;
    if (value.every((item) => typeof item === 'string')) return one(value.join(', '));
    return value.map((name) => Object.fromEntries(Object.entries(name).map(([part, text]) => [part, one(text)])));
  };
  const known = Object.entries(fields ?? {}).map(([name, value]): [string, unknown] =>
    name === 'keywords'
      ? [
          name,
          [value]
            .flat()
            .join(',')
            .split(/\s*[,;]\s*/)
            .map((word) => one(word.trim()))
            .sort(),
        ]
      : name === 'month'
        ? [name, 'a month']
        : [name, one(value)],
  );
  return Object.fromEntries(known);
}

const pieces = [
  ...['graph', 'Networks', 'a', 'of', "O'Brien", 'GPT-4', '3--5', 'x---y', '``so-called', "end''", 'A/B', '(x)', '[1]'],
  ...[
    '{LLM}',
    '{A}{B}c',
    '{de facto}',
    '{{Deep}}',
    "caf\\'e",
    "{\\'E}tat",
    '\\"{u}ber',
    '{\\o}re',
    '\\ss{}',
    '\\L{}',
    '\\c{c}',
  ],
  ...[
    'R\\&D',
    '50\\%',
    '\\$5',
    'C\\#',
    'a\\_b',
    '\\{x\\}',
    '\\textbackslash{}x',
    '\\textasciitilde{}',
    '\\ldots{}',
    '5~km',
  ],
  ...[
    'x_1',
    'y^2',
    '"quoted"',
    '大模型',
    'é',
    'ü',
    '\\emph{so}',
    '\\textbf{b}',
    '\\cite{x}',
    '\\v{s}',
    '\\H{o}',
    '…',
    '?',
    ':',
    '=1',
  ],
];
const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
const name = fc.constantFrom(
  ...[
    'Lovelace, Ada',
    'Ada Lovelace',
    'van der Berg, Vera',
    'Vera van der Berg',
    'King, Jr., Martin',
    'M{\\\'u}ller, J{\\"o}rg',
  ],
  ...[
    '{Gemini Team}',
    '{Barnes and Noble}',
    'Plato',
    '{chen}, Chen',
    'Jan {van der} Berg',
    "d'Alembert, Jean",
    'others',
    '{\\AA}gren, O.',
  ],
  ...['{International Business} Machines', 'Le Cun, Y.', 'Łukasz Šuc', '张三', 'given=Ada, family=Lovelace'],
);
const field = fc.oneof(
  fc.tuple(fc.constantFrom('title', 'abstract', 'journal', 'booktitle', 'publisher', 'note', 'keywords'), text),
  fc.tuple(
    fc.constant('author'),
    fc.array(name, { minLength: 1, maxLength: 4 }).map((list) => list.join(' and ')),
  ),
  fc.tuple(fc.constant('pages'), fc.constantFrom('1--9', '12', '1-3', 'e100')),
  fc.tuple(fc.constant('doi'), fc.constantFrom('10.1000/x(1)', '10.1000/a_b')),
  fc.tuple(fc.constant('url'), fc.constantFrom('https://example.org/a?b=c&d', 'https://example.org/~x#y')),
);

it('plain fields say what the parser would', { timeout: 120_000 }, () => {
  let plainly = 0;
  fc.assert(
    fc.property(fc.uniqueArray(field, { minLength: 1, maxLength: 4, selector: ([of]) => of }), (fields) => {
      const source = `@article{Some_Key1,\n${fields.map(([of, value]) => `  ${of} = {${value}},\n`).join('')}  year = 2024, month = aug}`;
      const plain = plainFields(source);
      expect(plain?.key).toBe('Some_Key1');
      const whole = parsed(source);
      const own = plain?.fields ?? {};
      plainly += Object.keys(own).length;
      expect(told(own)).toEqual(told(Object.fromEntries(Object.keys(own).map((of) => [of, whole[of]]))));
      const rest = plain?.rest === undefined ? {} : parsed(plain.rest);
      expect([...Object.keys(own), ...Object.keys(rest)].sort()).toEqual(Object.keys(whole).sort());
    }),
    { numRuns: Number(process.env.RUNS ?? 300), seed: 20261124 },
  );
  expect(plainly).toBeGreaterThan(300);
});

it('leaves to the parser what is not of the usual form', () => {
  expect(plainFields('@misc{a, title = {x}, title = {y}}')).toBeUndefined();
  expect(plainFields('@misc{a, title = {x} note = {y}}')).toBeUndefined();
  expect(plainFields('@misc{a, title = {x')).toBeUndefined();
  expect(plainFields('@misc{a, journal = nips # { 2024}, year = 2024}')).toMatchObject({
    fields: { year: '2024' },
    rest: '@misc{a,\njournal = nips # { 2024},\n}',
  });
});
