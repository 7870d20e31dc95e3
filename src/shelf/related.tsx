import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../library/library';
import type { Related } from '../library/types';
import { t } from '../locale';
import type { Paper } from '../paper/paper';
import { TexText } from '../ui/paper/tex-text';

/** The papers of the library that are nearest to one, each with the words that both are about. */
export function RelatedPapers({ library, paper }: { library: Library; paper: Paper }) {
  const [found, setFound] = useState<{ of: number; related: readonly Related[] }>();
  useEffect(() => {
    let isOver = false;
    library.related(paper.n).then(
      (related) => isOver || setFound({ of: paper.n, related }),
      () => undefined, // the list reads the same library, and shows what is wrong
    );
    return () => {
      isOver = true;
    };
  }, [library, paper.n]);
  if (found?.of !== paper.n || found.related.length === 0) return null;
  return (
    <section class="related" aria-label={t('shelfRelated')}>
      <h3>{t('shelfRelated')}</h3>
      <ul>
        {found.related.map(({ row, words }) => (
          <li key={row.n}>
            <a href={`#paper=${encodeURIComponent(row.key)}`} dir="auto">
              <TexText text={row.facts.title} />
            </a>
            <p dir="auto">{words.join(', ')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
