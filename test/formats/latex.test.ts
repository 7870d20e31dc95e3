import * as parser from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldText } from '../../src/formats/latex/field-text';
import { latexToText } from '../../src/formats/latex/to-text';

/** The same field by the parser that `latexToText` saves. */
function parsed(latex: string): string {
  const { entries } = parser.parse(`@misc{k, note = {${latex}}}`, {
    english: false,
    sentenceCase: false,
    caseProtection: false,
    unsupported: (_node, tex) => tex,
  });
  return String(entries[0]?.fields.note)
    .replace(/<\/?[a-z][^<>]*>/g, '')
    .replace(/ı(?=\p{M})/gu, 'i');
}

/** White space does not count. */
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim().normalize('NFC');

const pieces = [
  ...['graph', 'Networks', 'a', 'of', "O'Brien", 'GPT-4', '3--5', 'x---y', '``so-called', "end''", 'A/B', '(x)', '[1]'],
  ...['{LLM}', '{A}{B}c', '{de facto}', '{{Deep}}', "caf\\'e", "{\\'E}tat", '\\"{u}ber', '{\\o}re', '\\ss{}', '\\L{}'],
  ...['\\c{c}', 'R\\&D', '50\\%', '\\$5', 'C\\#', 'a\\_b', '\\{x\\}', '\\textbackslash{}x', '\\textasciitilde{}'],
  ...['\\ldots{}', '5~km', 'x_1', '"quoted"', '大模型', 'é', 'ü', '\\emph{so}', '\\textbf{b}', '\\v{s}', '\\H{o}', '…'],
  ...[
    '?',
    ':',
    '=1',
    "\\'{\\i}",
    '\\`{\\i}',
    '{\\"\\i}',
    '\\k{a}',
    '{\\em x}',
    '\\textsc{Ab}',
    '{\\AA}',
    '\\textless{}',
  ],
];
const latex = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));

it('reads common LaTeX as the parser does', { timeout: 120_000 }, () => {
  let known = 0;
  fc.assert(
    fc.property(latex, (source) => {
      const text = latexToText(source);
      if (text !== undefined) known++;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: marks of groups
      const own = text?.replace(/[\u0002\u0003]/g, '');
      expect(own === undefined ? undefined : folded(own)).toBe(own === undefined ? undefined : folded(parsed(source)));
    }),
    { numRuns: Number(process.env.RUNS ?? 300), seed: 20261124 },
  );
  expect(known).toBeGreaterThan(250);
});

describe('a field', () => {
  it.each([
    ['a bare percent sign is text', 'A 3% Solution: more', 'A 3% Solution: more'],
    ['formulas stay', 'On $L^2$ and $\\mathcal{O}(\\sqrt{K})$', 'On $L^2$ and $\\mathcal{O}(\\sqrt{K})$'],
    ['formulas of one sign are the sign', 'a $<$ b {$>$} c $\\sim$5', 'a < b > c ~5'],
    ['an empty line ends a paragraph', 'One\n  two.\n\n  Three.', 'One two.\nThree.'],
    ['the language of a part', '\\foreignlanguage{polish}{Przełęcki}', 'Przełęcki'],
    ['a link is its text', 'See \\href{https://example.org/a_b}{the page}', 'See the page'],
    ['an address is as it stands', '\\url{https://example.org/~me/a_b%20c}', 'https://example.org/~me/a_b%20c'],
    ['quotes', '\\enquote{so} and \\mkbibquote{this \\emph{and} that}', '“so” and “this and that”'],
    ['a key to sort by is not printed', '{\\noopsort{1973b}}1973', '1973'],
    ['accents before dotless letters', "V{\\'\\i}ctor, na{\\\"\\i}ve, \\'{\\i}", 'Víctor, naïve, í'],
    ['an ogonek that Mendeley writes as a cedilla', 'Wa{\\l}{\\c{e}}sa, fa{\\c{c}}ade', 'Wałęsa, façade'],
    [
      'spaces that are commands',
      'Dante{\\space}Alighieri, A.\\ B., Wei{\\ss}becker',
      'Dante Alighieri, A. B., Weißbecker',
    ],
    ['a command that the parser knows', 'a \\textrightarrow{} b', 'a → b'],
    ['a command that nobody knows', 'so \\strange{x} y', 'so \\strangex y'],
    ['what is not balanced', 'a } b { c', 'a b c'],
  ])('%s', (_, source, expected) => {
    expect(folded(fieldText(source, parser)).replaceAll('\u00a0', ' ')).toBe(folded(expected));
  });
});
