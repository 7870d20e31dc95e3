import { describe, expect, it } from 'vitest';
import { writeText } from '../../src/formats';
import type { WriteOptions } from '../../src/formats/format';
import { corpus, hasCorpus } from './support/corpus';
import { now, paper } from './support/papers';
import { strictBibtex, strictNames } from './support/strict-bibtex';

const bib = (papers: Parameters<typeof writeText>[1], options: Partial<WriteOptions> = {}) =>
  writeText('bibtex', papers, { now, ...options });

describe('BibTeX', () => {
  it('writes a preprint as arXiv and Zotero both read it', () => {
    const text = bib([paper({ abstract: 'One.\nTwo.' }, { note: 'Read *this*.' })]);
    expect(text).toBe(`@misc{lovelaceScalingDiameterSmall2024,
  title = {Scaling the Diameter of Small Graphs},
  author = {Lovelace, Ada and van der Berg, Vera},
  publisher = {arXiv},
  year = {2024},
  month = aug,
  day = {2},
  eprint = {2408.01234},
  archivePrefix = {arXiv},
  eprinttype = {arxiv},
  primaryClass = {cs.LG},
  doi = {10.48550/arXiv.2408.01234},
  url = {https://arxiv.org/abs/2408.01234},
  abstract = {One.

Two.},
  keywords = {graphs/small, to present},
  annote = {Read *this*.}
}
`);
  });

  it('writes what was published as what it is', () => {
    const text = bib([
      paper({ venue: 'ICML' }),
      paper({ venue: 'Nature', volume: '12', issue: '3', pages: '1–9', type: 'article', ids: ['doi:10.1038/x_1'] }),
    ]);
    expect(text).toContain('@inproceedings{');
    expect(text).toContain('booktitle = {{ICML}}');
    expect(text).toContain('@article{');
    expect(text).toContain('journal = {Nature}');
    expect(text).toContain('pages = {1--9}');
    expect(text).toContain('doi = {10.1038/x_1}');
  });

  it('keeps the publisher of a preprint that is not on arXiv and names no venue', () => {
    const publisher = 'Example Harbor Press';
    const text = bib([paper({ type: 'preprint', ids: ['doi:10.1101/2024.01.01.573'], publisher })]);
    expect(text).toContain(`publisher = {${publisher}}`);
  });

  it.each([
    ['R&D at 100% of $5, a_b #1 ~ ^ \\ < > |', 'R&D at 100% of $5, a_b #1 ∼ ^ \\ < > |'],
    ['An {unbalanced and } } brace', 'An {unbalanced and } } brace'],
    ['Closing } first {', 'Closing } first {'],
    ['大规模语言模型综述：方法与应用', '大规模语言模型综述：方法与应用'],
    ['@preamble{"\\input{/etc/passwd}"} @string{a = "b"}', '@preamble{"\\input{/etc/passwd}"} @string{a = "b"}'],
    ['Title},\n  evil = {yes', 'Title}, evil = {yes'],
    ['Prices of $5 and $10, US$, and $$', 'Prices of $5 and $10, US$, and $$'],
    ['$\\input{x}$ and $\\def\\a{\\a}\\a$', '$\\input{x}$ and $\\def\\a{\\a}\\a$'],
    ['Escaped \\% and \\&', 'Escaped % and &'],
    ['"Quoted" ‘titles’ – “here”', '"Quoted" ‘titles’ – “here”'],
    ['עברית and 😀 emoji', 'עברית and 😀 emoji'],
  ])('gives back %s', (title, expected) => {
    for (const accents of ['utf8', 'latex'] as const) {
      const { entries, complaints } = strictBibtex(bib([paper({ title }), paper()], { accents }));
      expect(complaints).toEqual([]);
      expect(entries).toHaveLength(2);
      expect(entries[0]?.fields.title).toBe(expected);
      expect(entries[0]?.fields).not.toHaveProperty('evil');
    }
  });

  it('keeps whole formulas and only those', () => {
    const text = bib([paper({ title: 'On $L^2$ and $\\mathcal{O}(\\sqrt{K})$ for $5 and $x_$' })]);
    expect(text).toContain('title = {On {$L^2$} and {$\\mathcal{O}(\\sqrt{K})$} for \\$5 and \\$x\\_\\$}');
  });

  it('protects capitals that a style would lose', () => {
    const text = bib([paper({ title: 'A Survey of LLMs: ConvNeXt in 3D with GPT-4, Vitamin C and BERT' })]);
    expect(text).toContain('A Survey of {LLMs}: {ConvNeXt} in {3D} with {GPT}-4, Vitamin {C} and {BERT}');
  });

  it('writes names in parts, organisations whole, and says where a list is cut', () => {
    const authors = [
      'Luc Van Gool',
      'Martin King Jr.',
      'DeepSeek-AI',
      'Gemini Team',
      'José Müller',
      'Kiet Van Nguyen',
      '张三',
    ];
    const text = bib([paper({ authors, authorCount: 9 })]);
    expect(text).toContain(
      'author = {Van Gool, Luc and King, Jr., Martin and {DeepSeek-AI} and {Gemini Team} and Müller, José and Nguyen, Kiet Van and {张三} and others}',
    );
    const latex = bib([paper({ authors: ['José Müller', 'Łukasz Šuc'] })], { accents: 'latex' });
    expect(latex).toContain('author = {M{\\"u}ller, Jos{\\\'e} and {\\v{S}}uc, {\\L}ukasz}');
    expect(strictNames(strictBibtex(latex).entries[0]?.fields.author)).toEqual(['José Müller', 'Łukasz Šuc']);
    // Not `{\\'\\i}`: pandoc and citation.js would read a dotless letter.
    const dotted = bib([paper({ authors: ['María Naïf'] })], { accents: 'latex' });
    expect(dotted).toContain(`author = {Na{\\"i}f, Mar{\\'i}a}`);
  });

  it('writes Greek letters so that every LaTeX sets them, and names of hyphens so that BibTeX finds them', () => {
    const text = bib([paper({ title: 'On π-nets', authors: ['Ada -'] })], { accents: 'latex' });
    expect(text).toContain('title = {On {\\ensuremath{\\pi}}-nets}');
    expect(text).toContain('author = {{-}, Ada}');
    const [entry] = strictBibtex(text).entries;
    expect(entry?.fields.title).toBe('On π-nets');
    expect(strictNames(entry?.fields.author)).toEqual(['Ada -']);
  });

  it('keeps every entry under its own key', () => {
    const { entries } = strictBibtex(bib([paper(), paper(), paper({ title: '图', authors: ['张三'] })]));
    expect(entries.map(({ key }) => key)).toEqual([
      'lovelaceScalingDiameterSmall2024',
      'lovelaceScalingDiameterSmall2024a',
      'zhang2024',
    ]);
  });
});

describe.skipIf(!hasCorpus)('BibTeX of real papers', () => {
  it('is read without complaint by a strict parser', { timeout: 60_000 }, () => {
    const papers = corpus(Number(process.env.CORPUS ?? 80));
    const { entries, complaints } = strictBibtex(bib(papers, { abstracts: true }));
    // The parser says of formulas that it does not know their commands; it keeps them.
    expect(complaints.filter((complaint) => !complaint.startsWith('unhandled macro'))).toEqual([]);
    expect(entries).toHaveLength(papers.length);
    for (const [i, entry] of entries.entries()) {
      expect(entry.fields.eprint).toBe(papers[i]?.ids[0]?.slice('arxiv:'.length));
      expect(strictNames(entry.fields.author)).toHaveLength(papers[i]?.facts.authors?.length ?? 0);
    }
  });
});
