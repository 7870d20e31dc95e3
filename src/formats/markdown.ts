/** A reading list in Markdown: titles as links, authors, date, status, code and note, grouped by tag. */

import { repositoryName } from '../paper/repositories';
import { defineFormat, type ExportPaper, type ReadingListWords, type WriteOptions } from './format';
import { readIds } from './ids';
import { markdownLine, markdownLink, markdownNote } from './markdown/text';
import { authorLine, codeLinks, english, groups } from './reading-list';
import { addressOf, noticeText, safeUrl } from './text';

export const markdown = defineFormat({
  id: 'markdown',
  name: 'Markdown',
  extension: 'md',
  mime: 'text/markdown',
  takes: ['notes', 'status', 'stars', 'groupBy'],
  *write(papers, options) {
    const words = options.words ?? english;
    const day = options.now.toISOString().slice(0, 10);
    yield `# ${markdownLine(words.title)}\n\n${markdownLine(words.papers(papers.length))} · ${day}\n`;
    let isAfterNote = false;
    for (const { heading, papers: listed } of groups(papers, options)) {
      const gap = isAfterNote ? '' : '\n';
      yield heading === undefined ? gap : `${gap}## ${markdownLine(heading)} (${listed.length})\n\n`;
      for (const paper of listed) {
        const text = item(paper, words, options);
        isAfterNote = text.endsWith('\n\n');
        yield text;
      }
    }
  },
  read: readIds,
});

/** One paper: a list item of two lines, followed by the note as a quotation. */
function item(paper: ExportPaper, words: ReadingListWords, options: WriteOptions): string {
  const title = markdownLinkOf(paper);
  const pdf = safeUrl(paper.facts.links?.pdf);
  const facts = [
    markdownLine(noticeText(paper) ?? ''),
    markdownLine(authorLine(paper, words)),
    markdownLine(paper.facts.venue ?? ''),
    paper.facts.published ?? '',
    options.status === false ? '' : words.status[paper.status],
    options.stars === false || paper.starredAt === undefined ? '' : `★ ${words.starred}`,
    pdf ? markdownLink(words.pdf, pdf) : '',
    ...codeLinks(paper).map((code) => `${words.code}: ${markdownLink(repositoryName(code), code)}`),
  ];
  const lines = [`- ${title}`, `  ${facts.filter(Boolean).join(' · ')}`];
  const note = options.notes === false ? '' : markdownNote(paper.note ?? '');
  if (note) lines.push('', ...note.split('\n').map((line) => `  > ${line}`.trimEnd()), '');
  // Two trailing spaces break the line after the title.
  lines[0] += '  ';
  return `${lines.join('\n')}\n`;
}

/** `[title](address)` of one paper: what "copy Markdown link" copies. */
export function markdownLinkOf(paper: ExportPaper): string {
  const address = addressOf(paper);
  return address ? markdownLink(paper.facts.title, address) : markdownLine(paper.facts.title);
}
