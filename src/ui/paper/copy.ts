/** Texts of a paper for the clipboard. */
import type { Paper, Tag } from '../../paper/paper';
import type { Settings } from '../../settings';
import { pageOf } from './paper-links';

export type CopyKind = 'citation' | 'bibtex' | 'markdown' | 'link';

/** The text to copy for a paper. A link is empty where the paper has none. The formats are loaded when they are first used. */
export async function copyText(
  kind: CopyKind,
  paper: Paper,
  tags: ReadonlyMap<string, Tag>,
  { citationStyle, keyTemplate }: Pick<Settings, 'citationStyle' | 'keyTemplate'>,
): Promise<string> {
  const { cite, markdownLinkOf, toExport, writeText } = await import('../../formats');
  const exported = toExport(paper, (id) => tags.get(id)?.name);
  if (kind === 'link') return pageOf({ ...paper.facts, ids: paper.ids }) ?? '';
  if (kind === 'markdown') return markdownLinkOf(exported);
  if (kind === 'bibtex') return writeText('bibtex', [exported], { now: new Date(), keyTemplate }).trim();
  return cite(exported, citationStyle);
}
