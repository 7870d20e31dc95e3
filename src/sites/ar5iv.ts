/** ar5iv, papers as LaTeXML renders them. After LaTeXML's class names as others' tests hold them; no saved page was at hand. */

import { arxivPdf } from '../paper/addresses';
import { idOfUrl, idValue } from '../paper/identity';
import { allAuthors, readCard } from './read/cards';
import { splitNames } from './read/names';
import { paragraphs, textOf } from './read/text';
import type { Site } from './site';

/** A copy with formulas as TeX, without notes and marks. In a name every superscript is a mark. */
function plain(element: Element, isName = false): Element {
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll('.ltx_note, .ltx_tag, .ltx_ERROR, .ltx_author_notes')) part.remove();
  for (const raised of copy.querySelectorAll('sup'))
    if (isName || !/[\p{L}\p{N}]/u.test(raised.textContent ?? '')) raised.remove();
  if (!isName) for (const line of copy.querySelectorAll('br')) line.replaceWith(' ');
  for (const math of copy.querySelectorAll('math')) {
    const tex = math.getAttribute('alttext');
    math.replaceWith(tex ? `$${tex}$` : '');
  }
  return copy;
}

/** Names before the first line break: what follows are addresses. None where a block is more than names. */
function people(article: Element): string[] {
  const blocks = [...article.querySelectorAll('.ltx_authors .ltx_personname')].map((block) => {
    const copy = plain(block, true);
    const line = copy.querySelector('br');
    while (line?.nextSibling) line.nextSibling.remove();
    return splitNames(copy.textContent);
  });
  const all = blocks.flat();
  return blocks.some((block) => !block.length) || all.some((name) => /[@\d:]/.test(name) || name.length > 60)
    ? []
    : all;
}

export const ar5iv: Site = {
  id: 'ar5iv',
  name: 'ar5iv',
  matches: ['https://ar5iv.labs.arxiv.org/*', 'https://ar5iv.org/*'],
  kind: (url) => (idOfUrl(url) ? 'paper' : undefined),
  read(page) {
    const id = idOfUrl(page.url);
    return readCard(page.document.querySelector('article.ltx_document'), {
      identify(article) {
        const heading = article.querySelector('.ltx_title_document');
        return { ids: [id], title: heading ? textOf(plain(heading)) : undefined, slot: heading };
      },
      facts: (article, ids) => ({
        ...allAuthors(people(article)),
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
