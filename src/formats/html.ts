/**
 * A reading list as one HTML page, to be mailed and printed: loads nothing, runs nothing, every value escaped. Each paper stands once,
 * under its first tag; under its other tags is a link to it. Abstracts are folded; a printer unfolds them.
 */

import { repositoryName } from '../paper/repositories';
import { texParts } from '../paper/tex/parts';
import { plainFormula } from '../paper/tex/plain-formula';
import { plainText, plainWords } from '../paper/tex/plain-text';
import { defineFormat, type ExportPaper, type ReadingListWords, type WriteOptions } from './format';
import { style } from './html/style';
import { readIds } from './ids';
import { escapeHtml } from './note-html';
import { authorLine, codeLinks, english, type Group, groups } from './reading-list';
import { addressOf, oneLine, plain, safeUrl, toParagraphs } from './text';

export const html = defineFormat({
  id: 'html',
  name: 'HTML',
  extension: 'html',
  mime: 'text/html',
  takes: ['heading', 'abstracts', 'notes', 'status', 'stars', 'groupBy'],
  *write(papers, options) {
    const words = options.words ?? english;
    const title = oneLine(options.title ?? '') || words.title;
    const sections = groups(papers, options);
    const listed = numbered(sections);
    yield `<!doctype html>
<html lang="${escapeHtml(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(plainText(title))}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1 dir="auto">${written(title, options)}</h1>
${toParagraphs(options.intro ?? '')
  .map((text) => `<p class="intro" dir="auto">${written(text, options)}</p>\n`)
  .join(
    '',
  )}<p class="facts">${escapeHtml(words.papers(papers.length))} · <time>${options.now.toISOString().slice(0, 10)}</time></p>
</header>
`;
    if (sections.length > 1) yield contents(sections, words);
    yield '<main>\n';
    for (const [i, { heading, papers: inSection }] of sections.entries()) {
      yield `<section id="s${i + 1}">\n`;
      if (heading !== undefined) yield `<h2 dir="auto">${escapeHtml(heading)}</h2>\n`;
      const elsewhere = inSection.filter((paper) => listed.get(paper)?.section !== i);
      for (const paper of inSection) {
        const place = listed.get(paper);
        if (place?.section === i) yield article(paper, place.number, words, options);
      }
      if (elsewhere.length > 0) yield links(elsewhere, listed, words, options);
      yield '</section>\n';
    }
    yield '</main>\n</body>\n</html>\n';
  },
  read: readIds,
});

/** Where each paper stands: the section of its first tag, and its number in the order of the page. */
type Places = ReadonlyMap<ExportPaper, { section: number; number: number }>;

function numbered(sections: readonly Group[]): Places {
  const within = new Map<ExportPaper, number[]>();
  for (const [i, { papers }] of sections.entries()) {
    for (const paper of papers) {
      const known = within.get(paper);
      if (known) known.push(i);
      else within.set(paper, [i]);
    }
  }
  const homeOf = (paper: ExportPaper): number | undefined => {
    const all = within.get(paper) ?? [];
    const first = oneLine(paper.tags[0] ?? '');
    return all.find((i) => sections[i]?.heading === first) ?? all[0];
  };
  const places = new Map<ExportPaper, { section: number; number: number }>();
  for (const [section, { papers }] of sections.entries()) {
    for (const paper of papers) if (homeOf(paper) === section) places.set(paper, { section, number: places.size + 1 });
  }
  return places;
}

const contents = (sections: readonly Group[], words: ReadingListWords) =>
  `<nav aria-label="${escapeHtml(words.contents)}">\n<h2>${escapeHtml(words.contents)}</h2>\n<ul>\n${sections
    .map(
      ({ heading = words.untagged, papers }, i) =>
        `<li><a href="#s${i + 1}"><bdi>${escapeHtml(heading)}</bdi></a> ${papers.length}</li>\n`,
    )
    .join('')}</ul>\n</nav>\n`;

/** A text with its formulas as MathML where they can be read. */
function written(text: string, options: WriteOptions): string {
  return texParts(text)
    .map((part) => {
      if (part.is === 'text') return escapeHtml(plainWords(part.text));
      return options.math?.(part.tex, part.isDisplay) ?? escapeHtml(plainFormula(part.tex) ?? part.source);
    })
    .join('');
}

function links(papers: readonly ExportPaper[], listed: Places, words: ReadingListWords, options: WriteOptions): string {
  const places = papers.map((paper) => ({ paper, number: listed.get(paper)?.number ?? 0 }));
  const items = places
    .sort((a, b) => a.number - b.number)
    .map(
      ({ paper, number }) =>
        `<li dir="auto">${number}. <a href="#p${number}">${written(oneLine(paper.facts.title), options)}</a></li>\n`,
    );
  return `<p class="facts">${escapeHtml(words.elsewhere)}</p>\n<ul class="also">\n${items.join('')}</ul>\n`;
}

function article(paper: ExportPaper, number: number, words: ReadingListWords, options: WriteOptions): string {
  const { facts, note } = paper;
  const title = written(oneLine(facts.title), options);
  const pdf = safeUrl(facts.links?.pdf);
  const address = addressOf(paper);
  const line = [
    escapeHtml(authorLine(paper, words)),
    escapeHtml(oneLine(facts.venue ?? '')),
    escapeHtml(facts.published ?? ''),
    options.status === false ? '' : escapeHtml(words.status[paper.status]),
    options.stars === false || paper.starredAt === undefined ? '' : `★ ${escapeHtml(words.starred)}`,
  ];
  const tags = paper.tags.map((tag) => `<span class="tag"><bdi>${escapeHtml(oneLine(tag))}</bdi></span>`);
  const more = [
    pdf ? link(pdf, words.pdf) : '',
    ...codeLinks(paper).map((code) => link(code, repositoryName(code))),
    tags.join(' '),
  ];
  const abstract = options.abstracts === false ? [] : toParagraphs(facts.abstract ?? '');
  const row = (parts: readonly string[], separator: string) =>
    parts.some(Boolean) ? [`<p class="facts">${parts.filter(Boolean).join(separator)}</p>`] : [];
  return [
    `<article id="p${number}">`,
    `<h3 dir="auto">${number}. ${address ? `<a href="${escapeHtml(address)}">${title}</a>` : title}</h3>`,
    ...row(line, ' · '),
    ...row(more, ' · '),
    ...(abstract.length > 0
      ? [
          `<details><summary>${escapeHtml(words.abstract)}</summary>`,
          ...abstract.map((text) => `<p dir="auto">${written(text, options)}</p>`),
          '</details>',
        ]
      : []),
    ...(note && options.notes !== false
      ? [`<blockquote dir="auto">${escapeHtml(plain(note).trim())}</blockquote>`]
      : []),
    '</article>\n',
  ].join('\n');
}

const link = (address: string, text: string): string => `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`;
