import { useState } from 'preact/hooks';
import { citationStyles, styleNames, toExport, writable } from '../formats';
import { keyFrom, keyTemplates, templateProblem } from '../formats/citation-keys';
import type { Library } from '../library/library';
import { t } from '../locale';
import type { Paper } from '../paper/paper';
import type { ExportKind } from '../settings';
import { useRead } from '../ui/library/use-read';
import type { SettingsState } from '../ui/settings/use-settings';
import { Choice, Section } from './section';

/** The newest paper, to show what a template makes of it; undefined where there is none. */
function useNewest(library: Library): Paper | undefined {
  const [paper] = useRead(library, async (own) => {
    const [row] = await own.newest(1);
    return row && (await own.papers([row.n]))[0];
  });
  return paper;
}

/** The customs by the programs they come from: proper names. */
const customs = [
  { value: keyTemplates['better-bibtex'], name: 'Better BibTeX' },
  { value: keyTemplates.zotero, name: 'Zotero' },
  { value: keyTemplates.arxiv, name: 'arXiv' },
];
const own = 'own';

function KeyTemplate({ library, settings }: { library: Library; settings: SettingsState }) {
  const { keyTemplate } = settings.values;
  const isCustom = customs.some((each) => each.value === keyTemplate);
  const [text, setText] = useState<string>();
  const newest = useNewest(library);
  const template = text ?? keyTemplate;
  const problem = templateProblem(template);
  const example =
    newest && problem === undefined
      ? keyFrom(
          template,
          toExport(newest, () => undefined),
        )
      : undefined;
  const type = (value: string) => {
    setText(value);
    if (templateProblem(value) === undefined) settings.change({ keyTemplate: value });
  };
  return (
    <>
      <Choice
        label={t('optionsKeys')}
        value={text === undefined && isCustom ? keyTemplate : own}
        choices={[...customs, { value: own, name: t('optionsKeysOwn') }]}
        onChange={(value) => {
          setText(value === own ? keyTemplate : undefined);
          if (value !== own) settings.change({ keyTemplate: value });
        }}
      />
      {(text !== undefined || !isCustom) && (
        <label class="choice">
          <span>{t('optionsKeysTemplate')}</span>
          <input
            class="field"
            type="text"
            spellcheck={false}
            aria-invalid={problem !== undefined}
            value={template}
            onInput={(event) => type(event.currentTarget.value)}
          />
        </label>
      )}
      <p class={problem === undefined ? 'hint' : 'wrong'} role="status">
        {problem !== undefined && t('optionsKeysWrong', problem)}
        {example !== undefined && (
          <>
            {t('optionsKeysExample')} <code>{example}</code>
          </>
        )}
      </p>
    </>
  );
}

/** How papers leave: the format offered first, how citations and their keys are written. */
export function Exporting({ library, settings }: { library: Library; settings: SettingsState }) {
  const { exportFormat, citationStyle } = settings.values;
  return (
    <Section title={t('optionsExport')}>
      <Choice
        label={t('optionsFormat')}
        value={exportFormat}
        choices={[
          ...writable().map(({ id, name }): { value: ExportKind; name: string } => ({ value: id, name })),
          { value: 'zotero', name: t('exportToZotero') },
        ]}
        onChange={(value) => settings.change({ exportFormat: value })}
      />
      <Choice
        label={t('optionsCitation')}
        value={citationStyle}
        choices={citationStyles.map((style) => ({ value: style, name: styleNames[style] }))}
        onChange={(value) => settings.change({ citationStyle: value })}
      />
      <KeyTemplate library={library} settings={settings} />
    </Section>
  );
}
