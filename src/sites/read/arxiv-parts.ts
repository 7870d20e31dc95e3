/** Parts that arXiv's lists, searches and abstract pages share: views of a paper, names, categories, and the facts of them all. */
import { arxivAbstract, arxivFile } from '../../paper/addresses';
import { doiToId, idValue } from '../../paper/identity';
import { arxivPaper } from '../../paper/site-urls';
import type { ScrapedFacts } from './cards';
import { repositoriesIn, sortLinks } from './links';
import { linesOf, textOf } from './text';

export type Maybe = Element | null | undefined;

const pathOf = (link: Maybe): string => link?.getAttribute('href') ?? '';

/** "Title:" and the like, and the links that fold an abstract in search results. */
export const labels = '.descriptor,.has-text-weight-semibold,a[onclick]';

/** The first link of each kind in an element: to the abstract page, the PDF and the HTML version. */
export function viewsOf(place: Maybe): { abs?: string; pdf?: string; html?: string } {
  const views: Record<string, string> = {};
  for (const link of place?.getElementsByTagName('a') ?? []) {
    const href = pathOf(link);
    const view = /\/(abs|pdf|html)\//.exec(href)?.[1];
    if (view) views[view] ??= href;
  }
  return views;
}

/** Id of the first abstract page that an element links to. */
export const idIn = (place: Maybe): string | undefined =>
  arxivPaper(new URL(viewsOf(place).abs ?? '', 'https://arxiv.org'));

/** DOIs in the addresses of links. */
export const doisIn = (links: Iterable<Element>) => [...links].map((link) => doiToId(pathOf(link)));

/** Names, and how many authors the list says there are. */
function authorsOf(list: Maybe): Pick<ScrapedFacts, 'authors' | 'authorCount'> {
  const authors: string[] = [];
  // On abstract pages the names "not shown" are in the page, in a folded element.
  let folded = false;
  const add = (within: Element): void => {
    for (const child of within.children) {
      if (child.localName === 'div') {
        folded = true;
        add(child);
      } else if (child.localName === 'a' && !/^(?:#|javascript:)/.test(pathOf(child)))
        authors.push(textOf(child) ?? '');
    }
  };
  if (list) add(list);
  const hidden = /\((\d+) additional authors? not shown\)/.exec(list?.textContent ?? '')?.[1];
  const count = authors.length + (folded ? 0 : Number(hidden ?? 0));
  return { authors: authors.filter(Boolean), authorCount: count || undefined };
}

/** Codes in "Machine Learning (cs.LG); Mathematical Physics (math-ph)". */
export const codesIn = (subjects: Maybe): string[] =>
  [...(subjects?.textContent ?? '').matchAll(/\(([a-z][\w-]*(?:\.[\w-]+)?)\)/g)].map((found) => found[1] ?? '');

/** The elements that hold one paper's facts, and the facts read already. */
interface Parts extends Pick<ScrapedFacts, 'categories' | 'published' | 'version'> {
  authors: Maybe;
  abstract: Maybe;
  comments: Maybe;
  journal: Maybe;
  /** Address of the PDF. Withdrawn papers have none. */
  pdf: string | undefined;
}

export function facts([key = '']: string[], parts: Parts): ScrapedFacts {
  const { authors, abstract, comments, journal, pdf, ...known } = parts;
  const page = arxivAbstract(idValue(key));
  const summary = linesOf(abstract, labels);
  const comment = linesOf(comments, labels);
  const named = [...repositoriesIn(abstract, summary), ...repositoriesIn(comments, comment)];
  return {
    ...known,
    ...authorsOf(authors),
    abstract: summary,
    comment,
    journalRef: linesOf(journal, labels),
    links: {
      page,
      pdf: pdf?.includes(`/pdf/${idValue(key)}`) ? arxivFile(idValue(key)) : undefined,
      ...sortLinks(named),
    },
  };
}
