import { useState } from 'preact/hooks';
import type { Keyword } from '../../library/import/import-choices';
import { number, plural, t } from '../../locale';
import { foldTag } from '../../paper/tag-name';

/** Keywords shown at once; there is a field to find the others. */
const maxShown = 60;

interface KeywordChoiceProps {
  keywords: readonly Keyword[];
  kept: ReadonlySet<string>;
  onKept(kept: ReadonlySet<string>): void;
}

/** The keywords of a file, with how many papers have each, to tick those that become tags. */
export function KeywordChoice({ keywords, kept, onKept }: KeywordChoiceProps) {
  const [text, setText] = useState('');
  const wanted = foldTag(text.trim());
  const fitting = wanted === '' ? keywords : keywords.filter(({ folded }) => folded.includes(wanted));
  const toggle = (folded: string, isKept: boolean) => {
    const next = new Set(kept);
    if (isKept) next.add(folded);
    else next.delete(folded);
    onKept(next);
  };
  return (
    <fieldset class="import-keywords">
      <legend>{plural('importKeywordsKept', keywords.length, number(kept.size))}</legend>
      <div class="import-keywords-bar">
        <button type="button" class="link" onClick={() => onKept(new Set(keywords.map(({ folded }) => folded)))}>
          {t('importKeywordsAll')}
        </button>
        <button type="button" class="link" onClick={() => onKept(new Set())}>
          {t('importKeywordsNone')}
        </button>
        {keywords.length > maxShown && (
          <input
            class="field"
            type="text"
            aria-label={t('importKeywordsFind')}
            placeholder={t('importKeywordsFind')}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </div>
      <div class="import-keywords-list">
        {fitting.slice(0, maxShown).map(({ name, folded, papers }) => (
          <label class="check" key={folded}>
            <input
              type="checkbox"
              checked={kept.has(folded)}
              onChange={(event) => toggle(folded, event.currentTarget.checked)}
            />
            <bdi>{name}</bdi> <span class="n">{number(papers)}</span>
          </label>
        ))}
        {fitting.length > maxShown && <span class="hint">{t('importMore', number(fitting.length - maxShown))}</span>}
      </div>
    </fieldset>
  );
}
