import { describe, expect, it } from 'vitest';
import { type FormatId, readFile } from '../../src/formats';
import type { FileItem } from '../../src/formats/file-items';

/** Longest time between two steps that a reader may take, milliseconds of its own work: a caller can stop it in between. */
async function run(text: string, from?: FormatId, most = Number.POSITIVE_INFINITY) {
  const items: FileItem[] = [];
  for await (const item of readFile(new TextEncoder().encode(text), from)?.items ?? []) {
    items.push(item);
    if (items.length >= most) break;
  }
  const entries = items.flatMap((item) => ('entry' in item ? [item.entry] : []));
  return { entries, problems: items.flatMap((item) => ('problem' in item ? [item.problem] : [])) };
}

const million = 1_000_000;
const chain = (links: number) => Array.from({ length: links }, (_, i) => `@string{s${i} = s${i + 1} # "x"}\n`).join('');
const files: [string, FormatId, string][] = [
  ['a brace a million times', 'bibtex', `@misc{a, title = ${'{'.repeat(million)}`],
  ['braces closed a million times', 'bibtex', `@misc{a, title = {x}${'}'.repeat(million)}}`],
  ['an entry that never ends', 'bibtex', `@misc{a,\n${'title = {x},\n'.repeat(million / 20)}`],
  ['a hundred thousand broken entries', 'bibtex', '@misc{'.repeat(100_000)],
  ['a macro that calls itself', 'bibtex', '@string{a = b # a}\n@string{b = a # b}\n@misc{k, title = a # b}'],
  ['a crossref that leads to itself', 'bibtex', '@misc{k, crossref = {k}, title = {x}}'],
  ['twenty thousand macros in a row', 'bibtex', `${chain(20_000)}@string{s20000 = "x"}\n@misc{a, title = s0}`],
  [
    'fields from the same entry, 20,000 times',
    'bibtex',
    `@misc{a, xdata = {${'x,'.repeat(20_000)}}}\n@xdata{x, note = {y}}`,
  ],
  ['a dollar 200,000 times', 'bibtex', `@misc{a, title = {${'$x'.repeat(200_000)}}}`],
  ['a backslash 400,000 times', 'bibtex', `@misc{a, title = {${'\\'.repeat(400_001)}}}`],
  ['commands 20,000 deep', 'bibtex', `@misc{a, title = {${'\\textbf{'.repeat(20_000)}${'}'.repeat(20_001)}}`],
  ['an entry that its braces end 100,000 times', 'bibtex', `@misc{a${'}, x = 1'.repeat(100_000)}`],
  ['nine hundred spaces in each of 20,000 lines', 'ids', `${' '.repeat(900)}\n`.repeat(20_000)],
  ['a line of a million spaces', 'ris', `TY  - JOUR\nKW  - a${' '.repeat(million)}b\nTI  - x\nER  - \n`],
  ['a record that never ends', 'ris', `TY  - JOUR\n${'AU  - A, B\n'.repeat(million / 20)}`],
  ['a name of a million commas', 'ris', `TY  - JOUR\nAU  - ${'a,'.repeat(million)}\nTI  - x\nER  - \n`],
  ['nesting a million deep', 'csl-json', `[${'['.repeat(million)}`],
  ['nesting a million deep and back', 'json', `{"offprint":1,"papers":[${'['.repeat(million)}${']'.repeat(million)}]}`],
  ['a string that never ends', 'papermemory', `{"a":"${'x\\"'.repeat(million / 4)}`],
  ['a quote that never ends', 'csv', `"Key","Item Type","Title"\n"a","b","${'""'.repeat(million)}`],
  ['a million separators', 'csv', `"Key","Item Type","Title"\n${','.repeat(million)}`],
  ['a million dots and slashes', 'ids', `10.1000${'.1'.repeat(million / 4)}/${'('.repeat(million / 4)}`],
  ['arXiv and a million spaces', 'ids', `arXiv${' '.repeat(million)}2401.00001`],
  ['half an address a hundred thousand times', 'ids', 'https://'.repeat(100_000)],
  ['a million records of nothing', 'nbib', 'PMID- 1\n'.repeat(20_000)],
];

describe('files that attack', () => {
  it.each(files)('%s', { timeout: 60_000 }, async (_, from, text) => {
    const started = performance.now();
    await run(text, from);
    // The bound is for a machine that does eight other things: alone all take less than a second.
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it('a million ids can be stopped at once', async () => {
    const text = Array.from({ length: million }, (_, i) => `24${String(i % 12).padStart(2, '0')}.${i % 100_000}`).join(
      '\n',
    );
    const { entries } = await run(text, 'ids', 100);
    expect(entries.length).toBeGreaterThan(40);
  });

  it('no key reaches a prototype', async () => {
    const evil =
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"title":"x","type":"article","id":"a"}';
    await run(`[${evil}]`, 'csl-json');
    await run(`{"__proto__":${evil},"__dataVersion":1,"a":${evil}}`, 'papermemory');
    await run('@misc{__proto__, __proto__ = {x}, constructor = {y}, title = {z}}', 'bibtex');
    await run('"Key","Item Type","__proto__"\n"a","b","c"', 'csv');
    expect({}).not.toHaveProperty('polluted');
  });

  it('no address but http and https comes in', async () => {
    const texts: [string, FormatId][] = [
      ['@misc{a, title={x}, url={javascript:alert(1)}, doi={javascript:x}}', 'bibtex'],
      ['TY  - JOUR\nTI  - x\nUR  - data:text/html,x\nL1  - javascript:x\nER  - \n', 'ris'],
      ['[{"id":"a","type":"article","title":"x","URL":"javascript:x"}]', 'csl-json'],
      ['{"a":{"title":"x","pdfLink":"file:///etc/passwd","codeLink":"javascript:x","id":"a"}}', 'papermemory'],
    ];
    for (const [text, from] of texts) {
      const { entries } = await run(text, from);
      expect(entries).toHaveLength(1);
      expect(JSON.stringify(entries)).not.toMatch(/javascript:|data:|file:/);
    }
  });
});
