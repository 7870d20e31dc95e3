/** ar5iv, papers as LaTeXML renders them. Based on saved pages of 2026. */
import { idValue } from '../paper/identity';
import { ar5ivPaper } from '../paper/site-urls';
import { latexmlPaper } from './read/latexml-paper';
import type { Site } from './site';

export const ar5iv: Site = {
  id: 'ar5iv',
  name: 'ar5iv',
  matches: ['https://ar5iv.labs.arxiv.org/*', 'https://ar5iv.org/*'],
  kind: (url) => (ar5ivPaper(url) ? 'paper' : undefined),
  read(page) {
    const id = ar5ivPaper(page.url);
    return latexmlPaper(page, id, `https://ar5iv.labs.arxiv.org/html/${idValue(id ?? '')}`);
  },
};
