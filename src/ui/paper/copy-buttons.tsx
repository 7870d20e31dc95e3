import { type CitationStyle, citationStyles, styleNames } from '../../formats/cite';
import { t } from '../../locale';
import { useSettings } from '../settings/use-settings';
import type { CopyKind } from './copy';

/** What can be copied, each with its label. */
const copies = [
  ['citation', 'uiCopyCitation'],
  ['bibtex', 'uiCopyBibtex'],
  ['markdown', 'uiCopyMarkdown'],
  ['link', 'uiCopyLink'],
] as const;

/** Buttons that copy a paper as a citation, BibTeX or a link. The citation style that is chosen stays chosen. */
export function CopyButtons({ onCopy }: { onCopy(kind: CopyKind, style?: CitationStyle): void }) {
  const { values, change } = useSettings();
  const choose = (value: string) => {
    const citationStyle = citationStyles.find((style) => style === value);
    if (!citationStyle) return;
    change({ citationStyle });
    onCopy('citation', citationStyle);
  };
  return (
    <fieldset class="copies">
      <legend>{t('uiCopy')}</legend>
      <select
        class="field"
        aria-label={t('uiCitationStyle')}
        value={values.citationStyle}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {citationStyles.map((style) => (
          <option key={style} value={style}>
            {styleNames[style]}
          </option>
        ))}
      </select>
      {copies.map(([kind, name]) => (
        <button type="button" class="btn ghost" key={kind} onClick={() => onCopy(kind)}>
          {t(name)}
        </button>
      ))}
    </fieldset>
  );
}
