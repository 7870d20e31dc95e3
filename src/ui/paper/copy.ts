/** Texts of a paper for the clipboard. */
import { cite, markdownLinkOf, toExport, writeText } from '../../formats';
import type { Paper, Tag } from '../../paper/paper';
import type { Settings } from '../../settings';
import { pageOf } from './paper-links';

export type CopyKind = 'citation' | 'bibtex' | 'markdown' | 'link';

/** The text to copy for a paper. A link is empty where the paper has none. */
export function copyText(
  kind: CopyKind,
  paper: Paper,
  tags: ReadonlyMap<string, Tag>,
  { citationStyle, keyTemplate }: Pick<Settings, 'citationStyle' | 'keyTemplate'>,
): string {
  const exported = toExport(paper, (id) => tags.get(id)?.name);
  if (kind === 'link') return pageOf({ ...paper.facts, ids: paper.ids }) ?? '';
  if (kind === 'markdown') return markdownLinkOf(exported);
  if (kind === 'bibtex') return writeText('bibtex', [exported], { now: new Date(), keyTemplate }).trim();
  return cite(exported, citationStyle);
}
