import type { Paper } from '../../paper/paper';
import { pageOf } from './paper-links';
import { TexText } from './tex-text';

/** A paper's title, a link to its page where it has one. */
export function PaperTitle({ paper }: { paper: Paper }) {
  const page = pageOf({ ...paper.facts, ids: paper.ids });
  if (page === undefined) return <TexText text={paper.facts.title} />;
  return (
    <a class="title-link" href={page} target="_blank" rel="noreferrer">
      <TexText text={paper.facts.title} />
    </a>
  );
}
