/** ar5iv, papers as LaTeXML renders them. Based on saved pages of 2026. */

import { arxivPdf } from '../paper/addresses';
import { idValue } from '../paper/identity';
import { ar5ivPaper } from '../paper/site-urls';
import { allAuthors, readCard } from './read/cards';
import { latexmlAuthors } from './read/latexml-authors';
import { paragraphs, textOf } from './read/text';
import type { Site } from './site';

/** A copy with formulas as TeX, without notes and marks. */
function plain(element: Element): Element {
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll('.ltx_note, .ltx_tag, .ltx_ERROR, .ltx_author_notes')) part.remove();
  for (const raised of copy.querySelectorAll('sup'))
    if (!/[\p{L}\p{N}]/u.test(raised.textContent ?? '')) raised.remove();
  for (const line of copy.querySelectorAll('br')) line.replaceWith(' ');
  for (const math of copy.querySelectorAll('math')) {
    const tex = math.getAttribute('alttext');
    math.replaceWith(tex ? `$${tex}$` : '');
  }
  return copy;
}

export const ar5iv: Site = {
  id: 'ar5iv',
  name: 'ar5iv',
  matches: ['https://ar5iv.labs.arxiv.org/*', 'https://ar5iv.org/*'],
  kind: (url) => (ar5ivPaper(url) ? 'paper' : undefined),
  read(page) {
    const id = ar5ivPaper(page.url);
    return readCard(page.document.querySelector('article.ltx_document'), {
      identify(article) {
        const heading = article.querySelector('.ltx_title_document');
        return { ids: [id], title: heading ? textOf(plain(heading)) : undefined, slot: heading };
      },
      facts: (article, ids) => ({
        ...allAuthors(latexmlAuthors(article)),
        abstract: paragraphs(
          [...article.querySelectorAll('.ltx_abstract p')].map((text) => plain(text).textContent ?? ''),
        ),
        links: {
          page: `https://ar5iv.labs.arxiv.org/html/${idValue(ids[0] ?? '')}`,
          pdf: arxivPdf(ids),
        },
      }),
      spot: { corner: 'bottom-right', x: 0, y: 0 },
    });
  },
};
