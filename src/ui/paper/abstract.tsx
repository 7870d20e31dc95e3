import { t } from '../../locale';
import type { Paper } from '../../paper/paper';
import { LinkedText } from './linked-text';

/** The abstract of a paper, or that it is missing. */
export function Abstract({ paper, words }: { paper: Paper; words: readonly string[] }) {
  const { abstract } = paper.facts;
  if (abstract === undefined) return <p class="missing">{t('uiAbstractMissing')}</p>;
  return (
    <div class="abstract" dir="auto">
      {abstract.split('\n').map((paragraph) => (
        <p key={paragraph}>
          <LinkedText text={paragraph} words={words} />
        </p>
      ))}
    </div>
  );
}
