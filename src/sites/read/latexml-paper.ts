/** A paper's own page as LaTeXML renders it: on ar5iv, and as arXiv's HTML. */
import { arxivPdf } from '../../paper/addresses';
import type { Page, Site } from '../site';
import { allAuthors, readCard } from './cards';
import { latexmlAuthors } from './latexml-authors';
import { repositoriesInText, sortLinks } from './links';
import { paragraphs, textOf } from './text';

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

/** The card of the paper `id`, whose page is kept as `address`. */
export const latexmlPaper = (
  page: Page,
  id: string | undefined,
  address: string,
  version?: number,
): ReturnType<Site['read']> =>
  readCard(page.document.querySelector('article.ltx_document'), {
    identify(article) {
      const heading = article.querySelector('.ltx_title_document');
      return { ids: [id], title: heading ? textOf(plain(heading)) : undefined, slot: heading };
    },
    facts(article, ids) {
      const parts = [...article.querySelectorAll('.ltx_abstract p')].map((text) => plain(text).textContent ?? '');
      const abstract = paragraphs(parts);
      return {
        ...allAuthors(latexmlAuthors(article)),
        abstract,
        version,
        links: { page: address, pdf: arxivPdf(ids), ...sortLinks(repositoriesInText(abstract)) },
      };
    },
    spot: { corner: 'bottom-right', x: 0, y: 0 },
  });
