/** A library of invented papers with every special character in every field: the same each time. */
import type { ExportPaper } from '../../../src/formats/format';
import type { Facts, PaperType } from '../../../src/paper/paper';

const nasty = [
  ...'&%$#_{}~^\\<>|"\'`@=+-*/!?;:,.()[]',
  ...[
    '{{',
    '}}',
    '}',
    '{',
    '\\}',
    '$$',
    '$x',
    '\\input{x}',
    '\\end{document}',
    '%{',
    '@preamble{"x"}',
    '@string{a="b"}',
  ],
  ...[
    '<script>alert(1)</script>',
    '</style>',
    '<!--',
    '-->',
    ']]>',
    '&amp;',
    '&#60;',
    '$' + '{x}',
    '`x`',
    '[a](javascript:x)',
  ],
  ...[
    '---',
    '...',
    '# x',
    '> x',
    '- x',
    '1. x',
    '| x |',
    'key: value',
    "'",
    '"',
    '\\n',
    '"""',
    '!!js/function',
    '*ref',
    '&ref',
  ],
  ...['=1+1', '+1', '-1', '@SUM(1)', '\t=1', "'=1", '",=1', 'TY  - JOUR', 'ER  - ', '\r\nER  - ', '{"a":', '__proto__'],
  ...[
    '大模型',
    'עברית',
    'العربية',
    '😀',
    '👩‍🔬',
    'é',
    'e\u0301',
    'ß',
    'İ',
    'ı',
    'ﬁ',
    '…',
    '–',
    '—',
    '“x”',
    '‘x’',
    '«x»',
  ],
  ...[
    '\u202e',
    '\u200b',
    '\u00a0',
    '\ufeff',
    '\u0000',
    '\u0007',
    '\u2028',
    '\ud800',
    '\ue000',
    'and',
    'others',
    ' and ',
  ],
];

const types: PaperType[] = ['preprint', 'article', 'conference', 'book', 'chapter', 'thesis', 'report', 'other'];

/** A sequence of numbers from a seed, 0 to `below`. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function evilPapers(count = 300): ExportPaper[] {
  const next = numbers(7);
  const pick = (): string => nasty[next(nasty.length)] ?? '';
  const text = (i: number) => `${nasty[i % nasty.length]} word${pick()}${pick()} x ${pick()}`;
  return Array.from({ length: count }, (_, i): ExportPaper => {
    const ids = [i % 3 === 0 ? `doi:10.1000/x${i}_(${i})<y>;z` : `arxiv:2401.${String(i).padStart(5, '0')}`];
    const facts: Facts = {
      ids,
      title: text(i),
      authors: [`A${pick()} B${text(i + 1)}`, text(i + 2), 'Ada Lovelace'],
      abstract: `${text(i + 3)}\n${text(i + 4)}\n${text(i)}`,
      published: ['2024', '2024-02', '2024-02-29'][i % 3] as string,
      venue: text(i + 5),
      volume: text(i + 6),
      issue: text(i + 7),
      pages: text(i + 8),
      publisher: text(i + 9),
      categories: [`cs.${pick()}`],
      keywords: [text(i + 10)],
      type: types[i % types.length] as PaperType,
      links: {
        page: i % 2 ? 'javascript:alert(1)' : `https://example.org/{${i}}?q=%20"<>\\${pick()}`,
        pdf: 'data:text/html,<script>alert(1)</script>',
        code: [`https://github.com/a/b${pick()}`, 'blob:https://x/1'],
      },
    };
    return {
      ids,
      facts,
      tags: [`a/${pick()}`, text(i + 11), '../../x'],
      status: (['unread', 'reading', 'read'] as const)[i % 3] as 'unread',
      note: `${text(i + 12)}\n\n${pick()}\n- ${text(i + 13)}`,
      savedAt: i,
      changedAt: i,
      ...(i % 4 === 0 ? { starredAt: i, citationKeys: { '[auth:lower][shorttitle:3][year]': `k${pick()}` } } : {}),
    };
  });
}
