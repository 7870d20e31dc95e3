/** A page of arXiv's `new`, as its adapter reads it. */
import { html } from './listing';
import type { Invented } from './papers';

const entry = ({ id, title, authors, abstract }: Invented) => `
  <dt><a href="/abs/${id}" title="Abstract">arXiv:${id}</a> [<a href="/pdf/${id}" title="Download PDF">pdf</a>]</dt>
  <dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> ${html(title)}</div>
  <div class="list-authors">${authors.map((name) => `<a href="/search?query=${encodeURIComponent(name)}">${html(name)}</a>`).join(', ')}</div>
  <div class="list-subjects"><span class="descriptor">Subjects:</span> <span class="primary-subject">Machine Learning (cs.LG)</span></div>
  <p class="mathjax">${html(abstract)}</p></div></dd>`;

/** `extra` is put at the page's beginning. */
export const arxivList = (papers: readonly Invented[], extra = ''): string => `<!doctype html><html><head>
  <title>Machine Learning</title>${extra}</head><body><h1>Machine Learning</h1>
  <h3>Showing new listings for Monday, 30 November 2026</h3><dl id="articles"><h3>New submissions</h3>
  ${papers.map(entry).join('')}</dl></body></html>`;
