import { type CitationStyle, citationStyles, styleNames } from '../../formats/cite';
import { t } from '../../locale';
import { MenuButton } from '../kit/menu';
import { useSettings } from '../settings/use-settings';
import type { CopyKind } from './copy';

/** What can be copied, each with its label. */
const copies = [
  ['citation', 'uiCopyCitation'],
  ['bibtex', 'uiCopyBibtex'],
  ['markdown', 'uiCopyMarkdown'],
  ['link', 'uiCopyLink'],
] as const;

/** A menu that copies a paper as a citation, BibTeX or a link. The citation style that is chosen is copied, and stays chosen. */
export function CopyMenu({ onCopy }: { onCopy(kind: CopyKind, style?: CitationStyle): void }) {
  const { values, change } = useSettings();
  const choose = (citationStyle: CitationStyle) => {
    change({ citationStyle });
    onCopy('citation', citationStyle);
  };
  return (
    <MenuButton
      name={t('uiCopy')}
      isNamed
      groups={[
        { items: copies.map(([kind, name]) => ({ name: t(name), run: () => onCopy(kind) })) },
        {
          title: t('uiCitationStyle'),
          isExclusive: true,
          items: citationStyles.map((style) => ({
            name: styleNames[style],
            isOn: style === values.citationStyle,
            run: () => choose(style),
          })),
        },
      ]}
    />
  );
}
