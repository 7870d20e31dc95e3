import { useState } from 'preact/hooks';
import { number, t } from '../../locale';
import { displayName } from '../../paper/east-asian-names';
import type { Paper } from '../../paper/paper';
import { Highlight } from './highlight';
import { publishedWords } from './paper-words';

/** Longer lists are collapsed: those of large collaborations would push the abstract out of sight. */
const maxAuthors = 20;

/** Authors, venue, and the date as precisely as it is known. Each keeps its own text direction. */
export function Credits({ paper, words }: { paper: Paper; words: readonly string[] }) {
  const [isWhole, setWhole] = useState(false);
  const { authors, authorCount = 0, published, venue } = paper.facts;
  const unnamed = authorCount - (authors?.length ?? 0);
  const isCut = !isWhole && (authors?.length ?? 0) > maxAuthors;
  return (
    <p class="credits">
      {authors && (
        <bdi>
          <Highlight
            text={(isCut ? authors.slice(0, maxAuthors) : authors).map(displayName).join(', ')}
            words={words}
          />
        </bdi>
      )}
      {authors && isCut && (
        <>
          {' … '}
          <button type="button" class="link" onClick={() => setWhole(true)}>
            {t('uiAuthorsAll', number(authors.length))}
          </button>
        </>
      )}
      {authors && unnamed > 0 && ` ${t('uiAuthorsRest', unnamed)}`}
      {venue && (
        <>
          {authors && ' · '}
          <bdi>{venue}</bdi>
        </>
      )}
      {published && `${authors || venue ? ' · ' : ''}${publishedWords(published)}`}
    </p>
  );
}
