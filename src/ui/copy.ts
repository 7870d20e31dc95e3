/** What can be copied of one paper: the text for the clipboard. */
import { markdownLinkOf, toExport, writeText } from '../formats';
import type { Paper, Tag } from '../paper';
import { pageOf } from './paper-links';

export type CopyKind = 'citation' | 'bibtex' | 'markdown' | 'link';

/** The text of a kind for a paper. A link is empty where the paper has none. */
export function copyText(kind: CopyKind, paper: Paper, tags: ReadonlyMap<string, Tag>): string {
  const exported = toExport(paper, (id) => tags.get(id)?.name);
  if (kind === 'link') return pageOf({ ...paper.facts, ids: paper.ids }) ?? '';
  if (kind === 'markdown') return markdownLinkOf(exported);
  if (kind === 'bibtex') return writeText('bibtex', [exported], { now: new Date() }).trim();
  return citation(paper);
}

/** Authors, year, title, venue, address: what is known of them, in the usual order of a list of references. */
function citation({ facts, ids }: Paper): string {
  const { authors, authorCount = 0, published, title, venue } = facts;
  const names = authors && (authorCount > authors.length ? `${authors.join(', ')} et al.` : authors.join(', '));
  const head = [names, published && `(${published.slice(0, 4)})`].filter(Boolean).join(' ');
  return [head, title, venue, pageOf({ ...facts, ids })]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[.?!]$/.test(part as string) || /^https?:/.test(part as string) ? part : `${part}.`))
    .join(' ');
}
