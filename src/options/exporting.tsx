import { useState } from 'preact/hooks';
import { citationStyles, styleNames, toExport, writable } from '../formats';
import { keyFrom, keyTemplates, templateProblem } from '../formats/citation-keys';
import { t } from '../locale';
import type { Paper } from '../paper/paper';
import type { ExportKind } from '../settings';
import type { SettingsState } from '../ui/settings/use-settings';
import { Choice, Section } from './section';

/** The templates of other programs, by the names of these. */
const presets = [
  { value: keyTemplates['better-bibtex'], name: 'Better BibTeX' },
  { value: keyTemplates.zotero, name: 'Zotero' },
  { value: keyTemplates.arxiv, name: 'arXiv' },
];
const custom = 'custom';

interface ExportingProps {
  /** The paper for an example of a citation key; undefined if there is none. */
  newest: Paper | undefined;
  settings: SettingsState;
}

/** The template of citation keys: a preset or the user's own, with an example. */
function KeyTemplate({ newest, settings }: ExportingProps) {
  const { keyTemplate } = settings.values;
  const isPreset = presets.some((each) => each.value === keyTemplate);
  const [text, setText] = useState<string>();
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
        value={text === undefined && isPreset ? keyTemplate : custom}
        choices={[...presets, { value: custom, name: t('optionsKeysOwn') }]}
        onChange={(value) => {
          setText(value === custom ? keyTemplate : undefined);
          if (value !== custom) settings.change({ keyTemplate: value });
        }}
      />
      {(text !== undefined || !isPreset) && (
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

/** The defaults of exports: format, citation style, template of citation keys. */
export function Exporting({ newest, settings }: ExportingProps) {
  const { exportFormat, citationStyle } = settings.values;
  return (
    <Section name="export">
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
      <KeyTemplate newest={newest} settings={settings} />
    </Section>
  );
}
