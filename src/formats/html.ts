/** A reading list as one HTML page: loads nothing, runs nothing, every value escaped; for printing and e-mail. */

import { repositoryName } from '../paper/repositories';
import { defineFormat, type ExportPaper, type ReadingListWords, type WriteOptions } from './format';
import { readIds } from './ids';
import { escapeHtml } from './note-html';
import { authorLine, codeLinks, english, groups } from './reading-list';
import { addressOf, oneLine, plain, safeUrl, toParagraphs } from './text';

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1d1d1f;background:#fff}
h1{font-size:1.5rem;margin:0}h2{font-size:1.05rem;margin:2rem 0 .5rem;border-bottom:1px solid #d0d0d5;padding-bottom:.2rem}
header p,.facts{color:#55555c;margin:.1rem 0;font-size:.9rem}article{margin:0 0 1.2rem;break-inside:avoid}
h3{font-size:1rem;margin:0}a{color:#0a58ca;text-decoration:none}a:hover{text-decoration:underline}
details{font-size:.9rem}blockquote{margin:.4rem 0;padding:0 0 0 .8rem;border-left:3px solid #d0d0d5;white-space:pre-wrap}
@media (prefers-color-scheme:dark){body{color:#e6e6ea;background:#17171a}h2,blockquote{border-color:#3a3a40}
header p,.facts{color:#a6a6ae}a{color:#8ab4f8}}
@media print{body{margin:0;max-width:none;color:#000;background:#fff}a{color:inherit}}`;

export const html = defineFormat({
  id: 'html',
  name: 'HTML',
  extension: 'html',
  mime: 'text/html',
  takes: ['abstracts', 'notes', 'groupBy'],
  *write(papers, options) {
    const words = options.words ?? english;
    const title = escapeHtml(words.title);
    yield `<!doctype html>
<html dir="auto">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${title}</h1><p>${escapeHtml(words.papers(papers.length))} · ${options.now.toISOString().slice(0, 10)}</p></header>
`;
    for (const { heading, papers: listed } of groups(papers, options)) {
      yield heading === undefined ? '<section>\n' : `<section>\n<h2>${escapeHtml(heading)} (${listed.length})</h2>\n`;
      for (const paper of listed) yield article(paper, words, options);
      yield '</section>\n';
    }
    yield '</body>\n</html>\n';
  },
  read: readIds,
});

function article(paper: ExportPaper, words: ReadingListWords, options: WriteOptions): string {
  const { facts, note } = paper;
  const title = escapeHtml(oneLine(facts.title));
  const pdf = safeUrl(facts.links?.pdf);
  const line = [
    escapeHtml(authorLine(paper)),
    escapeHtml(oneLine(facts.venue ?? '')),
    escapeHtml(facts.published ?? ''),
    escapeHtml(words.status[paper.status]),
    paper.starredAt === undefined ? '' : `★ ${escapeHtml(words.starred)}`,
    pdf ? link(pdf, words.pdf) : '',
    ...codeLinks(paper).map((code) => `${escapeHtml(words.code)}: ${link(code, repositoryName(code))}`),
  ].filter(Boolean);
  const address = addressOf(paper);
  const abstract = options.abstracts === false ? [] : toParagraphs(facts.abstract ?? '');
  return [
    '<article>',
    `<h3 dir="auto">${address ? `<a href="${escapeHtml(address)}">${title}</a>` : title}</h3>`,
    `<p class="facts">${line.join(' · ')}</p>`,
    ...abstract.map((text) => `<p dir="auto">${escapeHtml(text)}</p>`),
    ...(note && options.notes !== false
      ? [`<blockquote dir="auto">${escapeHtml(plain(note).trim())}</blockquote>`]
      : []),
    '</article>\n',
  ].join('\n');
}

const link = (address: string, text: string): string => `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`;
